-- Courses of sessions. What a session was screened with is kept with it: outcome, reasons and the
-- digest of the knowledge.
create table course (
  clinic_id         uuid not null,
  course_id         uuid not null default uuidv7(),
  patient_id        uuid not null,
  concern           text not null,
  site              text not null,
  state             text not null default 'DRAFT'
    check (state in ('DRAFT', 'OFFERED', 'ACCEPTED', 'RUNNING', 'COMPLETED', 'STOPPED')),
  state_since       date not null,
  state_reason      text not null default '' check (length(state_reason) <= 1000),
  asked             date not null,
  template          text not null,
  knowledge_digest  text not null,
  knowledge_version text not null,
  note              text not null default '' check (length(note) <= 2000),
  version           integer not null default 1,
  created_by        text not null,
  created_at        timestamptz not null default now(),
  primary key (clinic_id, course_id),
  -- So that what belongs to a course cannot name another patient.
  unique (clinic_id, course_id, patient_id),
  foreign key (clinic_id, patient_id) references patient,
  check (state <> 'STOPPED' or state_reason <> '')
);
call guard('course', 'select, insert, update');
create index course_of on course (clinic_id, patient_id, created_at);
create index course_state on course (clinic_id, state);

create table course_session (
  clinic_id        uuid not null,
  course_id        uuid not null,
  number           smallint not null check (number between 1 and 60),
  optional         boolean not null,
  planned          date not null,
  earliest         date not null,
  latest           date not null check (latest >= earliest),
  state            text not null default 'PLANNED' check (state in ('PLANNED', 'HELD', 'LEFT_OUT')),
  outcome          text not null,
  reasons          text not null,
  knowledge_digest text not null,
  screened_at      timestamptz not null,
  primary key (clinic_id, course_id, number),
  foreign key (clinic_id, course_id) references course
);
call guard('course_session', 'select, insert, update');
create index course_session_planned on course_session (clinic_id, planned);

create table course_step (
  clinic_id uuid not null,
  step_id   uuid not null default uuidv7(),
  course_id uuid not null,
  step      text not null,
  state     text not null,
  reason    text not null default '',
  done_by   text not null,
  done_at   timestamptz not null,
  primary key (clinic_id, step_id),
  foreign key (clinic_id, course_id) references course
);
call guard('course_step', 'select, insert');
call append_only('course_step');
create index course_step_of on course_step (clinic_id, course_id, done_at);
