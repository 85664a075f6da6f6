-- Messages to patients. A message is queued when its course or appointment is planned and stays as
-- the record of what was said.
create table message_setting (
  clinic_id   uuid primary key references clinic,
  sends_from  time not null,
  sends_until time not null check (sends_until > sends_from),
  version     integer not null default 1
);
call guard('message_setting', 'select, insert, update');

create table message_preference (
  clinic_id  uuid not null,
  patient_id uuid not null,
  time_zone  text check (length(time_zone) between 1 and 60),
  no_email   boolean not null default false,
  version    integer not null default 1,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, patient_id) references patient
);
call guard('message_preference', 'select, insert, update');

create table message (
  clinic_id      uuid not null,
  message_id     uuid not null default uuidv7(),
  patient_id     uuid not null,
  kind           text not null check (kind in ('PREPARATION', 'AFTERCARE', 'CONFIRMATION', 'REMINDER', 'LINK')),
  course_id      uuid,
  session_number smallint not null default 0,
  appointment_id uuid,
  -- The day of the session or the moment of the appointment it speaks of: said again only when that changed.
  about          text not null,
  day            date not null,
  due            timestamptz not null,
  useful_until   timestamptz not null check (useful_until > due),
  -- Aftercare waits until its session was held.
  held_back      boolean not null default false,
  items          text[] not null,
  subject        text not null check (length(subject) between 1 and 300),
  body           text not null check (length(body) between 1 and 20000),
  state          text not null default 'WAITING'
    check (state in ('WAITING', 'SENDING', 'SENT', 'HANDED_OVER', 'UNSURE', 'FAILED', 'EXPIRED', 'CANCELLED')),
  reason         text not null default '' check (length(reason) <= 300),
  tries          smallint not null default 0,
  next_try       timestamptz not null,
  sending_since  timestamptz,
  done_at        timestamptz,
  sent_to        text not null default '',
  version        integer not null default 1,
  created_at     timestamptz not null,
  primary key (clinic_id, message_id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, course_id, patient_id) references course (clinic_id, course_id, patient_id),
  foreign key (clinic_id, appointment_id) references appointment,
  check (num_nonnulls(course_id, appointment_id) <= 1),
  check ((kind in ('PREPARATION', 'AFTERCARE')) = (course_id is not null)),
  check ((kind in ('CONFIRMATION', 'REMINDER')) = (appointment_id is not null)),
  check ((state = 'SENDING') <= (sending_since is not null))
);
call guard('message', 'select, insert, update');
create index message_of on message (clinic_id, patient_id, due);
create index message_course on message (clinic_id, course_id) where course_id is not null;
create index message_appointment on message (clinic_id, appointment_id) where appointment_id is not null;
create index message_waiting on message (clinic_id, due) where state = 'WAITING';
create index message_sending on message (clinic_id, sending_since) where state = 'SENDING';
create index message_open on message (clinic_id, state, due)
  where state in ('WAITING', 'SENDING', 'UNSURE', 'FAILED');
create index message_sent on message (clinic_id, done_at desc, message_id)
  where state in ('SENT', 'HANDED_OVER');
create index message_done on message (clinic_id, state, done_at desc, message_id);

-- What each message says, a row a statement. The key holds that nothing is said twice: a statement of
-- one session or appointment has a next round only after the round before went out.
create table message_item (
  clinic_id      uuid not null,
  subject_id     uuid not null,
  session_number smallint not null,
  item           text not null check (length(item) between 1 and 100),
  round          integer not null check (round > 0),
  message_id     uuid not null,
  primary key (clinic_id, subject_id, session_number, item, round),
  foreign key (clinic_id, message_id) references message
);
call guard('message_item', 'select, insert, delete');
create index message_item_of on message_item (clinic_id, message_id);
