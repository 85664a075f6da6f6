-- When a wish about messages was said, so that one said after a merge of records counts instead of
-- what each record had. What is here already counts as said before any merge.
alter table message_preference add column said_at timestamptz not null default '-infinity';
alter table message_preference alter column said_at drop default;
