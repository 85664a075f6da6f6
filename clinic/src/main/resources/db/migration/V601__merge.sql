-- Two records of one person are joined by a link, not by rewriting rows: what was said and signed
-- stays where it was said, and the link can be taken away again.
alter table patient drop constraint patient_state_check;
alter table patient add constraint patient_state_check check (state in ('ACTIVE', 'ARCHIVED', 'MERGED'));

create table patient_merge (
  clinic_id     uuid not null,
  merge_id      uuid not null default uuidv7(),
  kept          uuid not null,
  merged        uuid not null,
  -- The fields of both records before, and of the kept one after; emptied when the merge is undone.
  kept_before   jsonb not null,
  kept_after    jsonb not null,
  merged_before jsonb not null,
  reason        text not null check (length(reason) between 1 and 1000),
  merged_by     text not null,
  merged_at     timestamptz not null,
  undone_by     text,
  undone_at     timestamptz,
  primary key (clinic_id, merge_id),
  foreign key (clinic_id, kept) references patient,
  foreign key (clinic_id, merged) references patient,
  check (kept <> merged),
  check ((undone_by is null) = (undone_at is null))
);
call guard('patient_merge', 'select, insert, update');
create unique index patient_merge_open on patient_merge (clinic_id, merged) where undone_at is null;
create index patient_merge_kept on patient_merge (clinic_id, kept) where undone_at is null;

-- Pairs that somebody looked at and found to be two people.
create table patient_apart (
  clinic_id uuid not null,
  one       uuid not null,
  other     uuid not null,
  said_by   text not null,
  said_at   timestamptz not null,
  primary key (clinic_id, one, other),
  foreign key (clinic_id, one) references patient,
  foreign key (clinic_id, other) references patient,
  check (one < other)
);
call guard('patient_apart', 'select, insert');

-- The record through which a patient's rows are read: itself, or the one it was merged into.
create function record_of(whose uuid) returns uuid language sql stable
  return coalesce(
    (with recursive up (id, steps) as (
       select m.kept, 1 from patient_merge m
       where m.clinic_id = current_clinic() and m.merged = whose and m.undone_at is null
       union all
       select m.kept, up.steps + 1 from up join patient_merge m on m.merged = up.id
       where m.clinic_id = current_clinic() and m.undone_at is null and up.steps < 100)
     select up.id from up order by up.steps desc limit 1),
    whose);

-- All ids whose rows are of one person: queries ask for patient_id = any (same_person(…)).
create function same_person(whose uuid) returns uuid[] language sql stable
  return array(
    with recursive down (id) as (
      select record_of(whose)
      union
      select m.merged from down join patient_merge m on m.kept = down.id
      where m.clinic_id = current_clinic() and m.undone_at is null)
    select down.id from down);
