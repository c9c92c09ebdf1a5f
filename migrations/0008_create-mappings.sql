-- Up Migration
-- How the columns of a publisher's files are to be read, kept by name so that the next file needs no explaining.
create table mapping (
  name text primary key check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null default now()
);

-- Down Migration
-- Loses the stored mappings; imports keep the ones that they were made with.
drop table mapping;
