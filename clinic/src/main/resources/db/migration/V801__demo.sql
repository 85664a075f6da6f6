-- That a clinic is fictional, so that no start mistakes one for the other. Readable before a clinic
-- is known; filled_at is absent while it is being filled.
create table demo (
  clinic_id uuid primary key references clinic,
  seed      bigint not null,
  today     date not null,
  filled_at timestamptz
);
call guard('demo', 'select, insert, update');
create policy seen on demo for select using (true);
