-- What was agreed to, as it was read and signed. All of it is said once and stays: a withdrawal is a
-- row of its own.
create table consent_template (
  clinic_id    uuid not null references clinic,
  kind         text not null check (kind in ('TREATMENT', 'PHOTO', 'MARKETING')),
  version      integer not null check (version > 0),
  intro        text not null check (length(intro) between 1 and 4000),
  valid_months smallint not null check (valid_months between 1 and 60),
  created_by   text not null,
  created_at   timestamptz not null,
  primary key (clinic_id, kind, version)
);
call guard('consent_template', 'select, insert');
call append_only('consent_template');

create table consent (
  clinic_id        uuid not null,
  consent_id       uuid not null default uuidv7(),
  patient_id       uuid not null,
  kind             text not null check (kind in ('TREATMENT', 'PHOTO', 'MARKETING')),
  concern          text,
  site             text,
  template_version integer not null,
  points           text[] not null,
  signed_name      text not null check (length(signed_name) between 1 and 200),
  signed_at        timestamptz not null,
  expires_on       date not null,
  witness          text not null,
  knowledge_digest text not null,
  document         bytea not null,
  sha256           bytea not null check (length(sha256) = 32),
  primary key (clinic_id, consent_id),
  foreign key (clinic_id, patient_id) references patient,
  check ((kind = 'TREATMENT') = (concern is not null and site is not null)),
  constraint sealed check (sha256 = sha256(document))
);
call guard('consent', 'select, insert');
call append_only('consent');
create index consent_of on consent (clinic_id, patient_id, kind, signed_at);

create table consent_withdrawal (
  clinic_id    uuid not null,
  consent_id   uuid not null,
  reason       text not null default '' check (length(reason) <= 1000),
  recorded_by  text not null,
  recorded_at  timestamptz not null,
  primary key (clinic_id, consent_id),
  foreign key (clinic_id, consent_id) references consent
);
call guard('consent_withdrawal', 'select, insert');
call append_only('consent_withdrawal');
