-- Two people may act on one wish: the second is told what the first did.
alter table waiting_wish
  add version integer not null default 1,
  add settled_by text;
