-- A clearance is withdrawn once.
create unique index clearance_withdrawn_once on clearance (clinic_id, withdrawal_of) where withdrawal_of is not null;
alter table clearance add constraint clearance_role check (given_role in
  ('CLINICIAN', 'PRESCRIBER', 'PHYSICIAN', 'DERMATOLOGIST', 'ONCOLOGIST', 'HAEMATOLOGIST'));
