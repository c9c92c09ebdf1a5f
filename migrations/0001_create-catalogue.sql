-- Up Migration
-- Who publishes, and what there is to publish: datasets are facts in tables, so that a new indicator
-- needs a file and no code. Titles are jsonb by language with English always there.
create table source (
  source_code text primary key check (source_code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  name jsonb not null check (name ? 'en'),
  kind text not null default 'other' check (kind in ('official', 'market', 'other')),
  homepage text,
  licence text,
  licence_url text,
  attribution text,
  -- Which source answers for a pair of currencies when several have it: the lowest rank.
  rank integer not null default 1000,
  -- The currency that the source quotes against; crosses go through it.
  pivot text check (pivot ~ '^[A-Z]{3}$')
);

create table dataset (
  dataset_code text primary key check (dataset_code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  position integer generated always as identity,
  title jsonb not null check (title ? 'en'),
  description jsonb not null check (description ? 'en'),
  -- The whole definition as it was applied: title patterns, and which dimension names unit, source and country.
  definition jsonb not null
);

create table dimension (
  dataset_code text not null references dataset,
  dimension_code text not null check (dimension_code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  position smallint not null,
  title jsonb not null check (title ? 'en'),
  -- An open dimension takes codes that an import brings.
  open boolean not null default false,
  primary key (dataset_code, dimension_code),
  unique (dataset_code, position)
);

create table dimension_member (
  dataset_code text not null,
  dimension_code text not null,
  member_code text not null check (member_code ~ '^[A-Za-z0-9_@$-]{1,60}$'),
  position integer not null,
  title jsonb not null check (title ? 'en'),
  kind text check (kind in ('rate', 'stock', 'flow', 'percentage', 'survey')),
  -- The whole of which the other codes are parts: a country among its regions, all ages.
  total boolean not null default false,
  primary key (dataset_code, dimension_code, member_code),
  foreign key (dataset_code, dimension_code) references dimension
);

create table regime (
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  kind text not null check (kind in ('float', 'managed', 'peg')),
  anchor text check (anchor ~ '^[A-Z]{3}$'),
  value numeric check (value > 0),
  caveat jsonb check (caveat ? 'en'),
  primary key (currency, valid_from),
  check (kind <> 'peg' or (anchor is not null and value is not null))
);

create table series (
  series_id integer generated always as identity primary key,
  dataset_code text not null references dataset,
  series_key text not null check (length(series_key) between 1 and 400),
  -- The key's codes in key order.
  codes text[] not null check (array_to_string(codes, '.') = series_key),
  frequency text not null check (frequency in ('D', 'W', 'M', 'Q', 'S', 'A')),
  unit text not null,
  kind text not null check (kind in ('rate', 'stock', 'flow', 'percentage', 'survey')),
  source_code text not null references source,
  title jsonb not null check (title ? 'en'),
  unique (dataset_code, series_key),
  check (codes[1] = frequency)
);
create index series_source on series (source_code);

-- Down Migration
drop table series, regime, dimension_member, dimension, dataset, source;
