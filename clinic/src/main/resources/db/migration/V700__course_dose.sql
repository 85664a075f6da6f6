-- The setting with which the skin model draws the healing of a course. The last one counts, the
-- earlier ones stay. It is what was tried on a page, not what was done to anybody.
create table course_dose (
  clinic_id        uuid not null,
  course_id        uuid not null,
  number           integer not null check (number >= 1),
  site             text not null check (length(site) <= 60),
  device           text not null check (length(device) <= 60),
  depth_mm         double precision not null check (depth_mm between 0 and 10),
  passes           integer not null check (passes between 0 and 100),
  speed_cm_s       double precision check (speed_cm_s > 0),
  area_cm2         double precision check (area_cm2 > 0),
  knowledge_digest text not null,
  kept_by          text not null,
  kept_at          timestamptz not null,
  primary key (clinic_id, course_id, number),
  foreign key (clinic_id, course_id) references course
);
call guard('course_dose', 'select, insert');
call append_only('course_dose');
