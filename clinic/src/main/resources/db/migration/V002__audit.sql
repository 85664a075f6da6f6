-- The audit of a clinic: numbered, each row holding the hash of the one before, written only by the
-- trigger below, so that neither the application nor a forged insert can choose number or hash.
create table audit_head (
  clinic_id uuid primary key references clinic,
  seq       bigint not null,
  hash      bytea not null
);
call guard('audit_head', 'select');

create table audit_entry (
  clinic_id     uuid not null references clinic,
  seq           bigint not null,
  at            timestamptz not null,
  actor         text not null,
  actor_name    text not null,
  action        text not null,
  subject       text not null,
  patient_id    uuid,
  address       text not null,
  detail        text not null,
  previous_hash bytea not null,
  hash          bytea not null,
  primary key (clinic_id, seq)
);
call guard('audit_entry', 'select, insert');
call append_only('audit_entry');
create index audit_entry_patient on audit_entry (clinic_id, patient_id, seq);

-- Length before each value, so that no two different rows read the same. AuditChain.java says it again.
create function audit_part(value text) returns text language sql immutable
  return case when value is null then '-' else octet_length(value) || ':' || value end;

create function chain_audit() returns trigger language plpgsql security definer set search_path = public as $$
declare
  head audit_head;
begin
  select * into head from audit_head where clinic_id = new.clinic_id for update;
  if not found then
    insert into audit_head values (new.clinic_id, 0, decode(repeat('00', 32), 'hex'))
      on conflict do nothing;
    select * into strict head from audit_head where clinic_id = new.clinic_id for update;
  end if;
  new.seq := head.seq + 1;
  new.previous_hash := head.hash;
  new.hash := sha256(new.previous_hash || convert_to(
    audit_part(new.clinic_id::text) || audit_part(new.seq::text)
      || audit_part((extract(epoch from new.at) * 1000000)::bigint::text)
      || audit_part(new.actor) || audit_part(new.actor_name) || audit_part(new.action)
      || audit_part(new.subject) || audit_part(new.patient_id::text) || audit_part(new.address)
      || audit_part(new.detail), 'UTF8'));
  update audit_head set seq = new.seq, hash = new.hash where clinic_id = new.clinic_id;
  return new;
end $$;

create trigger chain before insert on audit_entry for each row execute function chain_audit();
