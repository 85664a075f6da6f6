-- What somebody without an account sends to a clinic, with consent. The answers are those of the
-- public questions; the sender's address is kept only as a keyed hash, to limit how often.
create table enquiry (
  clinic_id        uuid not null references clinic,
  enquiry_id       uuid not null default uuidv7(),
  name             text not null check (length(name) between 1 and 200),
  email            text check (length(email) between 3 and 320),
  phone            text check (length(phone) between 3 and 40),
  message          text not null default '' check (length(message) <= 2000),
  concern          text not null,
  site             text not null,
  answers          text not null check (length(answers) <= 20000),
  outcome          text not null,
  permitted_from   date,
  as_of            date not null,
  knowledge_digest text not null,
  consent          text not null,
  consent_at       timestamptz not null,
  sender_hash      bytea not null,
  primary key (clinic_id, enquiry_id),
  check (num_nonnulls(email, phone) >= 1)
);
call guard('enquiry', 'select, insert, delete');
create index enquiry_newest on enquiry (clinic_id, consent_at desc);
create index enquiry_sender on enquiry (clinic_id, sender_hash, consent_at);
