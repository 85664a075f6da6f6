-- What the clinic asks for, what it offered, and what of a package is left. All of it is said once and
-- stays: a change of prices is a new version, an answer is a row beside the quote, a balance is a sum.
create table price_list (
  clinic_id    uuid not null references clinic,
  version      integer not null check (version > 0),
  valid_from   date not null,
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  valid_days   smallint not null check (valid_days between 1 and 365),
  tax_name     text not null default '' check (length(tax_name) <= 40),
  tax_percent  numeric(5, 2) check (tax_percent > 0 and tax_percent < 100),
  tax_included boolean not null default false,
  created_by   text not null,
  created_at   timestamptz not null,
  primary key (clinic_id, version),
  check ((tax_name = '') = (tax_percent is null))
);
call guard('price_list', 'select, insert');
call append_only('price_list');
create index price_list_from on price_list (clinic_id, valid_from, version);

create table price_line (
  clinic_id       uuid not null,
  version         integer not null,
  position        smallint not null,
  concern         text,
  site            text,
  amount_minor    bigint not null check (amount_minor >= 0),
  package_percent numeric(5, 2) check (package_percent > 0 and package_percent < 100),
  primary key (clinic_id, version, position),
  unique nulls not distinct (clinic_id, version, concern, site),
  foreign key (clinic_id, version) references price_list
);
call guard('price_line', 'select, insert');
call append_only('price_line');

create table price_extra (
  clinic_id    uuid not null,
  version      integer not null,
  position     smallint not null,
  name         text not null check (length(name) between 1 and 100),
  amount_minor bigint not null check (amount_minor >= 0),
  each_session boolean not null,
  primary key (clinic_id, version, position),
  foreign key (clinic_id, version) references price_list
);
call guard('price_extra', 'select, insert');
call append_only('price_extra');

create table price_package (
  clinic_id uuid not null,
  version   integer not null,
  sessions  smallint not null check (sessions between 2 and 60),
  percent   numeric(5, 2) check (percent > 0 and percent < 100),
  off_minor bigint check (off_minor > 0),
  primary key (clinic_id, version, sessions),
  foreign key (clinic_id, version) references price_list,
  check (num_nonnulls(percent, off_minor) = 1)
);
call guard('price_package', 'select, insert');
call append_only('price_package');

create table quote (
  clinic_id        uuid not null,
  quote_id         uuid not null default uuidv7(),
  patient_id       uuid not null,
  course_id        uuid not null,
  year             smallint not null,
  serial           integer not null check (serial > 0),
  kind             text not null check (kind in ('SINGLE', 'PACKAGE')),
  about            text not null check (length(about) <= 400),
  price_version    integer not null,
  priced_on        date not null,
  offered_on       date not null,
  valid_until      date not null check (valid_until >= offered_on),
  currency         text not null check (currency ~ '^[A-Z]{3}$'),
  sessions         smallint not null check (sessions between 1 and 60),
  optional         smallint not null check (optional between 0 and 60),
  optional_minor   bigint not null check (optional_minor >= 0),
  total_minor      bigint not null check (total_minor >= 0),
  contained        text not null default '' check (length(contained) <= 200),
  compared         text not null check (length(compared) <= 400),
  offered_by       text not null,
  offered_at       timestamptz not null,
  document         bytea not null,
  seal             bytea not null check (length(seal) = 32),
  primary key (clinic_id, quote_id),
  unique (clinic_id, year, serial),
  foreign key (clinic_id, course_id, patient_id) references course (clinic_id, course_id, patient_id),
  foreign key (clinic_id, price_version) references price_list (clinic_id, version)
);
call guard('quote', 'select, insert');
call append_only('quote');
create index quote_of on quote (clinic_id, course_id, offered_at);

create table quote_line (
  clinic_id    uuid not null,
  quote_id     uuid not null,
  position     smallint not null,
  kind         text not null check (kind in ('SESSION', 'EXTRA', 'DISCOUNT', 'TAX')),
  label        text not null check (length(label) between 1 and 400),
  quantity     smallint not null check (quantity > 0),
  unit_minor   bigint not null,
  amount_minor bigint not null,
  primary key (clinic_id, quote_id, position),
  foreign key (clinic_id, quote_id) references quote
);
call guard('quote_line', 'select, insert');
call append_only('quote_line');

create table quote_answer (
  clinic_id   uuid not null,
  quote_id    uuid not null,
  answer      text not null check (answer in ('ACCEPTED', 'DECLINED')),
  note        text not null default '' check (length(note) <= 1000),
  answered_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, quote_id),
  foreign key (clinic_id, quote_id) references quote
);
call guard('quote_answer', 'select, insert');
call append_only('quote_answer');

create table quote_payment (
  clinic_id   uuid not null,
  payment_id  uuid not null default uuidv7(),
  quote_id    uuid not null,
  paid_on     date not null,
  how         text not null check (length(how) between 1 and 200),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, payment_id),
  foreign key (clinic_id, quote_id) references quote
);
call guard('quote_payment', 'select, insert');
call append_only('quote_payment');
create index quote_payment_of on quote_payment (clinic_id, quote_id);

-- held_before: sessions of the course held when it was written, which places it among them exactly.
create table package_entry (
  clinic_id   uuid not null,
  entry_id    uuid not null default uuidv7(),
  course_id   uuid not null,
  quote_id    uuid,
  kind        text not null check (kind in ('BOUGHT', 'CREDIT', 'RETURN')),
  sessions    smallint not null check (sessions between 1 and 60),
  held_before smallint not null check (held_before >= 0),
  reason      text not null check (length(reason) between 1 and 1000),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, entry_id),
  foreign key (clinic_id, course_id) references course,
  foreign key (clinic_id, quote_id) references quote,
  check ((kind = 'BOUGHT') = (quote_id is not null))
);
call guard('package_entry', 'select, insert');
call append_only('package_entry');
create index package_entry_of on package_entry (clinic_id, course_id, recorded_at);
