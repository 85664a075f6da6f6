-- A file between being looked at and being added to a record; gone after either, or at its expiry.
create table pending_import (
  clinic_id  uuid not null references clinic,
  import_id  uuid not null default uuidv7(),
  staff_id   uuid not null,
  file_name  text not null check (length(file_name) <= 200),
  content    bytea not null check (octet_length(content) between 1 and 20971520),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  primary key (clinic_id, import_id),
  foreign key (clinic_id, staff_id) references staff
);
call guard('pending_import', 'select, insert, delete');
create index pending_import_of on pending_import (clinic_id, staff_id);
create index pending_import_expiry on pending_import (clinic_id, expires_at);
