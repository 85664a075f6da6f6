-- A staff member's passkeys: the public half of a key pair that stays in the person's device.
create table staff_passkey (
  clinic_id     uuid not null,
  passkey_id    uuid not null default uuidv7(),
  staff_id      uuid not null,
  name          text not null check (length(name) between 1 and 60),
  credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
  -- Credential id, kind of authenticator and public key, as the authenticator said them.
  credential    bytea not null,
  sign_count    bigint not null check (sign_count >= 0),
  can_be_copied boolean not null,
  is_copied     boolean not null,
  transports    text not null default '',
  created_at    timestamptz not null,
  last_used_at  timestamptz,
  primary key (clinic_id, passkey_id),
  foreign key (clinic_id, staff_id) references staff
);
call guard('staff_passkey', 'select, insert, update, delete');
-- Before a clinic is known, a sign-in sees the one passkey it names.
create policy own_credential on staff_passkey for select
  using (credential_id = decode(known('passkey_credential'), 'hex'));
create index staff_passkey_of on staff_passkey (clinic_id, staff_id);

-- Challenges that were answered; each counts once, until it is too old to count at all.
create table passkey_answer (
  clinic_id  uuid not null references clinic,
  challenge  bytea not null,
  expires_at timestamptz not null,
  primary key (clinic_id, challenge)
);
call guard('passkey_answer', 'select, insert, delete');
