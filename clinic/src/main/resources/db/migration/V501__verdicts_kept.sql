-- What a verdict was kept for.
alter table verdict_snapshot add column occasion text not null default 'ASKED'
  check (occasion in ('ASKED', 'COURSE', 'BOOKING', 'SESSION'));
create index verdict_snapshot_goal on verdict_snapshot (clinic_id, patient_id, concern, site, made_at);
