-- Up Migration
-- Dated, sourced facts that explain a movement.
create table event (
  event_id integer generated always as identity primary key,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  countries text[] not null,
  kind text not null check (
    kind in ('devaluation', 'regime', 'policy', 'politics', 'trade', 'energy', 'health', 'security', 'data')
  ),
  title jsonb not null check (title ? 'en'),
  text jsonb not null check (text ? 'en'),
  source_name text not null,
  source_url text
);
create index event_starts_on on event (starts_on desc, event_id desc);

-- Down Migration
drop table event;
