-- What became of an enquiry: answered, or put into a record, and by whom.
alter table enquiry
  add column handled_by text check (length(handled_by) between 1 and 200),
  add column handled_at timestamptz,
  add column patient_id uuid,
  add foreign key (clinic_id, patient_id) references patient,
  add check ((handled_by is null) = (handled_at is null)),
  add check (patient_id is null or handled_at is not null);
grant update (handled_by, handled_at, patient_id) on enquiry to "${app}";
create index enquiry_open on enquiry (clinic_id, consent_at desc) where handled_at is null;
create index enquiry_patient on enquiry (clinic_id, patient_id) where patient_id is not null;
