-- Who and what can be booked, and the bookings. That nobody and nothing is booked twice is held by
-- the exclusion constraints, not by the application.
create table calendar_setting (
  clinic_id        uuid primary key references clinic,
  numbing_minutes  smallint not null check (numbing_minutes between 0 and 90),
  hands_on_minutes smallint not null check (hands_on_minutes between 15 and 120),
  set_up_minutes   smallint not null check (set_up_minutes between 0 and 60),
  opens            time not null,
  closes           time not null check (closes > opens),
  version          integer not null default 1
);
call guard('calendar_setting', 'select, insert, update');

create table bookable (
  clinic_id   uuid not null references clinic,
  bookable_id uuid not null default uuidv7(),
  kind        text not null check (kind in ('ROOM', 'DEVICE')),
  name        text not null check (length(name) between 1 and 100),
  active      boolean not null default true,
  primary key (clinic_id, bookable_id),
  unique (clinic_id, bookable_id, kind)
);
call guard('bookable', 'select, insert, update');
create unique index bookable_name on bookable (clinic_id, kind, lower(name));

create table appointment (
  clinic_id        uuid not null,
  appointment_id   uuid not null default uuidv7(),
  patient_id       uuid not null,
  kind             text not null check (kind in ('CONSULTATION', 'SESSION', 'REVIEW')),
  course_id        uuid,
  session_number   smallint,
  practitioner_id  uuid not null,
  room_id          uuid not null,
  room_kind        text not null default 'ROOM' check (room_kind = 'ROOM'),
  device_id        uuid,
  device_kind      text not null default 'DEVICE' check (device_kind = 'DEVICE'),
  during           tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  numbing_minutes  smallint not null,
  hands_on_minutes smallint not null,
  set_up_minutes   smallint not null,
  state            text not null default 'BOOKED' check (state in ('BOOKED', 'ARRIVED', 'DONE', 'MISSED', 'CANCELLED')),
  note             text not null default '' check (length(note) <= 1000),
  outcome          text not null default '',
  knowledge_digest text not null,
  version          integer not null default 1,
  created_by       text not null,
  created_at       timestamptz not null default now(),
  primary key (clinic_id, appointment_id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, course_id, patient_id) references course (clinic_id, course_id, patient_id),
  foreign key (clinic_id, course_id, session_number) references course_session (clinic_id, course_id, number),
  foreign key (clinic_id, practitioner_id) references staff,
  foreign key (clinic_id, room_id, room_kind) references bookable (clinic_id, bookable_id, kind),
  foreign key (clinic_id, device_id, device_kind) references bookable (clinic_id, bookable_id, kind),
  check ((kind = 'SESSION') = (course_id is not null)),
  check ((course_id is null) = (session_number is null)),
  constraint practitioner_once exclude using gist (clinic_id with =, practitioner_id with =, during with &&)
    where (state in ('BOOKED', 'ARRIVED', 'DONE')),
  constraint room_once exclude using gist (clinic_id with =, room_id with =, during with &&)
    where (state in ('BOOKED', 'ARRIVED', 'DONE')),
  constraint device_once exclude using gist (clinic_id with =, device_id with =, during with &&)
    where (state in ('BOOKED', 'ARRIVED', 'DONE')),
  constraint patient_once exclude using gist (clinic_id with =, patient_id with =, during with &&)
    where (state in ('BOOKED', 'ARRIVED', 'DONE'))
);
call guard('appointment', 'select, insert, update');
create unique index appointment_session on appointment (clinic_id, course_id, session_number)
  where state in ('BOOKED', 'ARRIVED', 'DONE');
create index appointment_patient on appointment (clinic_id, patient_id, lower(during));
create index appointment_time on appointment (clinic_id, lower(during));

create table waiting_wish (
  clinic_id   uuid not null,
  wish_id     uuid not null default uuidv7(),
  patient_id  uuid not null,
  wish        text not null check (length(wish) between 1 and 500),
  from_day    date not null,
  until_day   date not null check (until_day >= from_day),
  state       text not null default 'OPEN' check (state in ('OPEN', 'MET', 'WITHDRAWN')),
  created_by  text not null,
  created_at  timestamptz not null default now(),
  primary key (clinic_id, wish_id),
  foreign key (clinic_id, patient_id) references patient
);
call guard('waiting_wish', 'select, insert, update');
create index waiting_wish_open on waiting_wish (clinic_id, from_day) where state = 'OPEN';

-- The secret of a calendar address is kept as its hash only.
create table calendar_feed (
  clinic_id  uuid not null,
  feed_id    uuid not null default uuidv7(),
  staff_id   uuid not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  primary key (clinic_id, feed_id),
  foreign key (clinic_id, staff_id) references staff
);
call guard('calendar_feed', 'select, insert, delete');
create policy own_address on calendar_feed for select using (token_hash = decode(known('feed_hash'), 'hex'));
