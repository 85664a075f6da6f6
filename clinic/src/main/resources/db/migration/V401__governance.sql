-- What a clinic works by: the contents it accepted, and its own numbers for the house settings. Said
-- once and kept, so that every verdict can be replayed with what held then.

-- The bytes of each content a clinic worked by, so that a newer program can go on with it.
create table knowledge_content (
  clinic_id uuid not null references clinic,
  digest    text not null check (length(digest) between 1 and 128),
  version   text not null check (length(version) <= 100),
  content   bytea not null check (octet_length(content) <= 8388608),
  kept_at   timestamptz not null default now(),
  primary key (clinic_id, digest)
);
call guard('knowledge_content', 'select, insert');
call append_only('knowledge_content');

create table knowledge_acceptance (
  clinic_id     uuid not null,
  number        integer not null check (number >= 1),
  digest        text not null,
  -- Nobody for the content in force from the start.
  accepted_by   uuid,
  accepted_name text not null check (length(accepted_name) between 1 and 200),
  reason        text not null check (length(reason) between 1 and 1000),
  accepted_at   timestamptz not null,
  primary key (clinic_id, number),
  foreign key (clinic_id, digest) references knowledge_content,
  foreign key (clinic_id, accepted_by) references staff,
  check (number = 1 or accepted_by is not null)
);
call guard('knowledge_acceptance', 'select, insert');
call append_only('knowledge_acceptance');

-- One act of a clinician on one setting. The key gives each act its version of the clinic's
-- settings; no two acts can follow the same one.
create table house_setting_change (
  clinic_id        uuid not null,
  version          integer not null check (version >= 1),
  setting          text not null check (setting ~ '^[a-z][a-z0-9-]{0,60}$'),
  previous         integer not null check (previous >= 0 and previous < version),
  old_value        double precision not null,
  new_value        double precision not null,
  unit             text not null check (length(unit) between 1 and 20),
  knowledge_digest text not null,
  done_by          uuid not null,
  done_name        text not null check (length(done_name) between 1 and 200),
  reason           text not null check (length(reason) <= 1000),
  done_at          timestamptz not null,
  primary key (clinic_id, version),
  unique (clinic_id, setting, previous),
  foreign key (clinic_id, done_by) references staff,
  check (old_value = new_value or reason <> '')
);
call guard('house_setting_change', 'select, insert');
call append_only('house_setting_change');
create index house_setting_change_of on house_setting_change (clinic_id, setting, version);

-- That a clinician stands behind an item of grade H that is no number. It holds as long as the item
-- says the same, which the fingerprint tells.
create table knowledge_approval (
  clinic_id   uuid not null references clinic,
  kind        text not null check (length(kind) between 1 and 40),
  item        text not null check (length(item) between 1 and 200),
  fingerprint text not null check (length(fingerprint) = 64),
  done_by     uuid not null,
  done_name   text not null check (length(done_name) between 1 and 200),
  note        text not null check (length(note) <= 1000),
  done_at     timestamptz not null,
  primary key (clinic_id, kind, item, fingerprint),
  foreign key (clinic_id, done_by) references staff
);
call guard('knowledge_approval', 'select, insert');
call append_only('knowledge_approval');

-- What was decided under the content as shipped stays at 0.
alter table course add column settings_version integer not null default 0;
alter table course_session add column settings_version integer not null default 0;
alter table appointment add column settings_version integer not null default 0;
