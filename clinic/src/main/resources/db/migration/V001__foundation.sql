-- Every table with a clinic's data: clinic_id first in its key, row-level security forced, so that
-- even the owner of the table sees only the clinic that the transaction names.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create function current_clinic() returns uuid language sql stable
  return nullif(current_setting('percuta.clinic_id', true), '')::uuid;

create function known(name text) returns text language sql stable
  return nullif(current_setting('percuta.' || name, true), '');

-- Turns row-level security on for a table whose rows belong to clinics. Later migrations call it.
create procedure guard(target regclass, abilities text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_clinic on %s using (clinic_id = current_clinic()) with check (clinic_id = current_clinic())',
    target);
  execute format('grant %s on %s to %I', abilities, target, '${app}');
end $$;

-- For tables whose rows are said once and stay. The privileges already forbid it to the
-- application; the trigger forbids it to the owner as well.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create procedure append_only(target regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', target);
  execute format('create trigger append_only_truncate before truncate on %s for each statement execute function refuse_change()', target);
end $$;

create table clinic (
  clinic_id  uuid primary key default uuidv7(),
  slug       text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name       text not null check (length(name) between 1 and 200),
  time_zone  text not null,
  created_at timestamptz not null default now()
);
call guard('clinic', 'select, insert, update');
-- The names of an installation's clinics are on its public pages.
create policy listed on clinic for select using (true);

create table staff (
  clinic_id     uuid not null references clinic,
  staff_id      uuid not null default uuidv7(),
  email         text not null check (email = lower(email) and length(email) between 3 and 320),
  name          text not null check (length(name) between 1 and 200),
  role          text not null check (role in ('OWNER', 'CLINICIAN', 'PRACTITIONER', 'FRONT_DESK', 'AUDITOR')),
  password_hash text not null,
  must_change   boolean not null default false,
  active        boolean not null default true,
  version       integer not null default 1,
  created_at    timestamptz not null default now(),
  primary key (clinic_id, staff_id),
  unique (clinic_id, email)
);
call guard('staff', 'select, insert, update');
create policy sign_in on staff for select using (email = known('sign_in_email'));
create index staff_email on staff (email);

create table patient (
  clinic_id   uuid not null references clinic,
  patient_id  uuid not null default uuidv7(),
  given_name  text not null check (length(given_name) between 1 and 100),
  family_name text not null check (length(family_name) between 1 and 100),
  birth_date  date not null,
  sex         text not null default 'UNKNOWN' check (sex in ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
  phototype   smallint check (phototype between 1 and 6),
  weight_kg   numeric(5, 1) check (weight_kg between 1 and 500),
  email       text check (length(email) <= 320),
  phone       text check (length(phone) <= 40),
  note        text not null default '' check (length(note) <= 4000),
  state       text not null default 'ACTIVE' check (state in ('ACTIVE', 'ARCHIVED')),
  version     integer not null default 1,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  search      text not null generated always as (
    lower(given_name || ' ' || family_name || ' ' || given_name || ' ' || coalesce(email, '') || ' '
      || regexp_replace(coalesce(phone, ''), '[^0-9+]', '', 'g'))) stored,
  primary key (clinic_id, patient_id)
);
call guard('patient', 'select, insert, update');
create index patient_names on patient (clinic_id, lower(family_name), lower(given_name), patient_id);
create index patient_birth on patient (clinic_id, birth_date);

create table web_session (
  clinic_id    uuid not null references clinic,
  session_id   uuid not null default uuidv7(),
  token_hash   bytea not null unique,
  staff_id     uuid,
  patient_id   uuid,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  primary key (clinic_id, session_id),
  foreign key (clinic_id, staff_id) references staff,
  foreign key (clinic_id, patient_id) references patient,
  check (num_nonnulls(staff_id, patient_id) = 1)
);
call guard('web_session', 'select, insert, update, delete');
create policy own_token on web_session for select using (token_hash = decode(known('session_hash'), 'hex'));

-- Holds hashes of account and address only, before any clinic is known: no clinic's data.
create table sign_in_throttle (
  bucket        bytea primary key,
  failures      integer not null,
  last_failure  timestamptz not null,
  blocked_until timestamptz
);
grant select, insert, update, delete on sign_in_throttle to "${app}";

-- What was said about a person: a later row on the same fact and site counts instead of the earlier
-- one, which stays. WITHDRAWN says that the earlier statement was made in error.
create table patient_fact (
  clinic_id   uuid not null,
  fact_id     uuid not null default uuidv7(),
  patient_id  uuid not null,
  fact        text not null check (fact ~ '^[a-z][a-z0-9-]{0,60}$'),
  site        text check (site ~ '^[a-z][a-z0-9-]{0,60}$'),
  answer      text not null check (answer in ('YES', 'NO', 'UNKNOWN', 'WITHDRAWN')),
  since       text check (length(since) <= 10),
  until       text check (length(until) <= 10),
  last        text check (length(last) <= 10),
  supply      text check (supply in ('PRESCRIBED', 'BOUGHT')),
  note        text not null default '' check (length(note) <= 1000),
  said_by     text not null check (length(said_by) between 1 and 200),
  source      text not null check (source in ('STAFF', 'PATIENT', 'IMPORT')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, fact_id),
  foreign key (clinic_id, patient_id) references patient
);
call guard('patient_fact', 'select, insert');
call append_only('patient_fact');
create index patient_fact_of on patient_fact (clinic_id, patient_id, fact, recorded_at);

create table verdict_snapshot (
  clinic_id        uuid not null,
  verdict_id       uuid not null default uuidv7(),
  patient_id       uuid not null,
  concern          text not null,
  site             text not null,
  as_of            date not null,
  verdict          jsonb not null,
  facts            jsonb not null,
  knowledge_digest text not null,
  settings_version integer not null,
  made_by          text not null,
  made_at          timestamptz not null,
  primary key (clinic_id, verdict_id),
  foreign key (clinic_id, patient_id) references patient
);
call guard('verdict_snapshot', 'select, insert');
call append_only('verdict_snapshot');
create index verdict_snapshot_of on verdict_snapshot (clinic_id, patient_id, made_at);

create table clearance (
  clinic_id    uuid not null,
  clearance_id uuid not null default uuidv7(),
  patient_id   uuid not null,
  fact         text not null,
  given_by     text not null check (length(given_by) between 1 and 200),
  given_role   text not null,
  given_on     date not null,
  expires_on   date not null check (expires_on >= given_on),
  reason       text not null check (length(reason) between 1 and 2000),
  withdrawal_of uuid,
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (clinic_id, clearance_id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, withdrawal_of) references clearance
);
call guard('clearance', 'select, insert');
call append_only('clearance');
create index clearance_of on clearance (clinic_id, patient_id, fact);

create table document (
  clinic_id   uuid not null,
  document_id uuid not null default uuidv7(),
  patient_id  uuid not null,
  title       text not null check (length(title) between 1 and 200),
  media_type  text not null,
  content     bytea not null,
  sha256      bytea not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, document_id),
  foreign key (clinic_id, patient_id) references patient
);
call guard('document', 'select, insert');
call append_only('document');
create index document_of on document (clinic_id, patient_id, recorded_at);
