-- Whose a row is, read from the database's own catalogue, so that export and erasure cannot forget a
-- table: a row is a person's when it names the person, or refers to a row that is theirs.

-- The condition on a row of target, called alias; $1 stands for the person's ids. Null for a table
-- that does not lead to a patient.
create function person_condition(target regclass, alias text, seen regclass[] default '{}')
returns text language plpgsql stable as $$
declare
  parts text[] := '{}';
  above text := alias || '_';
  inner_condition text;
  key record;
begin
  if exists (select 1 from pg_attribute where attrelid = target and attname = 'patient_id' and not attisdropped) then
    parts := parts || format('%s.patient_id = any ($1)', alias);
  end if;
  for key in
    select c.confrelid::regclass as parent,
           string_agg(format('%s.%I = %s.%I', above, p.attname, alias, a.attname), ' and ' order by k.place) as joined,
           max(a.attname) filter (where p.attname = 'patient_id') as own
    from pg_constraint c
      cross join lateral unnest(c.conkey, c.confkey) with ordinality k (child, parent, place)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.child
      join pg_attribute p on p.attrelid = c.confrelid and p.attnum = k.parent
    where c.contype = 'f' and c.conrelid = target and c.confrelid <> target
      and not c.confrelid::regclass = any (seen)
    group by c.oid, c.confrelid
    order by c.oid
  loop
    if key.parent = 'patient'::regclass then
      parts := parts || format('%s.%I = any ($1)', alias, key.own);
    else
      inner_condition := person_condition(key.parent, above, seen || target);
      if inner_condition is not null then
        parts := parts || format('exists (select 1 from %s %s where %s and (%s))', key.parent, above, key.joined, inner_condition);
      end if;
    end if;
  end loop;
  -- What came in before there was a record names no patient: the same address or number, and a
  -- name like it. A shared address alone may be a relative's.
  if target = 'enquiry'::regclass then
    parts := parts || format(
      'exists (select 1 from patient p where p.clinic_id = %1$s.clinic_id and p.patient_id = any ($1)'
        || ' and (lower(%1$s.email) = lower(p.email)'
        || ' or (length(digits(p.phone)) >= 5 and digits(%1$s.phone) = digits(p.phone)))'
        || ' and similarity(lower(%1$s.name), lower(p.given_name || '' '' || p.family_name)) >= 0.4)',
      alias);
  end if;
  return (select string_agg(distinct part, ' or ') from unnest(parts) part);
end $$;

create function digits(phone text) returns text language sql immutable
  return regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g');

-- How many references lie between a table and the patient, by the longest way: rows further away
-- have to go first.
create function person_depth(target regclass, seen regclass[] default '{}')
returns integer language plpgsql stable as $$
declare
  farthest integer;
begin
  if target = 'patient'::regclass then
    return 0;
  end if;
  select max(person_depth(c.confrelid, seen || target)) + 1 into farthest
  from pg_constraint c
  where c.contype = 'f' and c.conrelid = target and c.confrelid <> target
    and not c.confrelid::regclass = any (seen) and person_condition(c.confrelid, 't') is not null;
  return coalesce(farthest, 1);
end $$;

-- Every table that holds rows of a person; what stays after an erasure is marked.
create function person_tables()
returns table (name text, depth integer, condition text, stays boolean) language sql stable as $$
  select c.relname::text, person_depth(c.oid), person_condition(c.oid, 't'),
         c.relname in ('audit_entry', 'erasure')
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and person_condition(c.oid, 't') is not null
  order by 2, 1
$$;

-- Why a person's data must not be erased yet. Lifting it is the only change.
create table legal_hold (
  clinic_id   uuid not null,
  hold_id     uuid not null default uuidv7(),
  patient_id  uuid not null,
  reason      text not null check (length(reason) between 1 and 1000),
  until_day   date,
  placed_by   text not null,
  placed_at   timestamptz not null,
  lifted_by   text,
  lifted_at   timestamptz,
  lift_reason text check (length(lift_reason) between 1 and 1000),
  primary key (clinic_id, hold_id),
  foreign key (clinic_id, patient_id) references patient,
  check (num_nonnulls(lifted_by, lifted_at, lift_reason) in (0, 3))
);
call guard('legal_hold', 'select, insert');
grant update (lifted_by, lifted_at, lift_reason) on legal_hold to "${app}";
create index legal_hold_of on legal_hold (clinic_id, patient_id);

create function refuse_second_lift() returns trigger language plpgsql as $$
begin
  if old.lifted_at is not null then
    raise exception 'This hold was lifted before.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger lifted_once before update on legal_hold for each row execute function refuse_second_lift();

-- The holds in force on a person today, by the clinic's own calendar.
create function holds_on(whose uuid) returns setof legal_hold language sql stable as $$
  select h.* from legal_hold h join clinic c using (clinic_id)
  where h.clinic_id = current_clinic() and h.patient_id = any (same_person(whose)) and h.lifted_at is null
    and (h.until_day is null or h.until_day >= (now() at time zone c.time_zone)::date)
  order by h.placed_at
$$;

-- That a person was erased. Names nobody: the id stands for no row any more. The transaction that
-- writes such a row, and no other, may delete from append-only tables; the application cannot write
-- one but through erase_person below.
create table erasure (
  clinic_id  uuid not null references clinic,
  patient_id uuid not null,
  reason     text not null check (length(reason) between 1 and 1000),
  erased_by  text not null,
  erased_at  timestamptz not null,
  done_in    xid8 not null default pg_current_xact_id(),
  primary key (clinic_id, patient_id)
);
call guard('erasure', 'select');
call append_only('erasure');
create index erasure_done_in on erasure (clinic_id, done_in);

create function refuse_held() returns trigger language plpgsql as $$
begin
  if exists (select 1 from holds_on(new.patient_id)) then
    raise exception 'A legal hold forbids this erasure.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger not_held before insert on erasure for each row execute function refuse_held();

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_level = 'ROW' and tg_table_name not in ('audit_entry', 'erasure') then
    if exists (select 1 from erasure e where e.clinic_id = old.clinic_id and e.done_in = pg_current_xact_id()) then
      return old;
    end if;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

-- Deletes every row of a person, of whatever table, and says how many of each. The clinic is the
-- transaction's: another clinic's patient is not found.
create function erase_person(whose uuid, why text, who text) returns table (name text, rows bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ids uuid[];
  one record;
begin
  if current_clinic() is null then
    raise exception 'No clinic is named.' using errcode = 'insufficient_privilege';
  end if;
  ids := same_person(whose);
  perform 1 from patient p where p.clinic_id = current_clinic() and p.patient_id = any (ids)
    order by p.patient_id for update;
  if not found then
    raise exception 'There is no such patient.' using errcode = 'no_data_found';
  end if;
  insert into erasure (clinic_id, patient_id, reason, erased_by, erased_at)
    select current_clinic(), id, why, who, now() from unnest(ids) id;
  for one in
    select t.name, t.condition from person_tables() t where not t.stays order by t.depth desc, t.name
  loop
    execute format('delete from %I t where t.clinic_id = current_clinic() and (%s)', one.name, one.condition)
      using ids;
    get diagnostics rows = row_count;
    name := one.name;
    if rows > 0 then
      return next;
    end if;
  end loop;
end $$;
revoke all on function erase_person(uuid, text, text) from public;
grant execute on function erase_person(uuid, text, text) to "${app}";

-- Who a patient was and where they called from, when the audit tells of a patient's own act. The
-- chained entry holds a salted hash of both instead, so that they can be erased and it still counts.
create table audit_apart (
  clinic_id  uuid not null,
  seq        bigint not null,
  patient_id uuid not null,
  actor_name text not null,
  address    text not null,
  salt       bytea not null check (length(salt) >= 16),
  primary key (clinic_id, seq),
  foreign key (clinic_id, seq) references audit_entry,
  foreign key (clinic_id, patient_id) references patient
);
call guard('audit_apart', 'select, insert');
call append_only('audit_apart');
create index audit_apart_of on audit_apart (clinic_id, patient_id);
