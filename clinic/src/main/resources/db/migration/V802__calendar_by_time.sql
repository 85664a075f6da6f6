-- Row-level security lets only leak-proof operators near an index. Comparing two times is one,
-- taking the lower end of a range is not: so the begin of an appointment is a column of its own.
alter table appointment add column starts_at timestamptz not null generated always as (lower(during)) stored;
create index appointment_starts on appointment (clinic_id, starts_at);
drop index appointment_time;
create index patient_updated on patient (clinic_id, updated_at);
