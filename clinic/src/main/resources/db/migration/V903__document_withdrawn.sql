-- A document that was added by mistake is withdrawn, once. Its bytes stay where they are, sealed, and no
-- page or copy reaches them; they go with the record, so that a legal hold holds them too.
create table document_withdrawal (
  clinic_id    uuid not null,
  document_id  uuid not null,
  reason       text not null check (length(reason) between 1 and 1000),
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  primary key (clinic_id, document_id),
  foreign key (clinic_id, document_id) references document
);
call guard('document_withdrawal', 'select, insert');
call append_only('document_withdrawal');
