-- Up Migration
-- One row per run that brought values in or took them back. Numbers and times are drawn under one lock that is
-- held until commit, so that both follow the order of commits and "as of" a moment names one import.
create table import (
  import_id integer primary key check (import_id > 0),
  committed_at timestamptz not null unique,
  imported_by text not null,
  file_name text,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes bigint check (file_bytes >= 0),
  mapping jsonb,
  -- The report as it was answered, as json: the digits of its numbers stay as they were written.
  report json not null,
  undoes integer references import check (undoes < import_id),
  -- An import has a file, an undo has an import to take back.
  check ((undoes is null) = (sha256 is not null)),
  check ((sha256 is null) = (mapping is null))
);
create index import_sha256 on import (sha256);
create index import_undoes on import (undoes) where undoes is not null;

-- An import is in force unless an undo that is itself in force takes it back. Undos are younger than what they
-- undo, so the recursion ends.
create function import_in_force(import_id integer) returns boolean
language sql stable
as $$
  select not exists (
    select from import as later
    where later.undoes = import_in_force.import_id
      and import_in_force(later.import_id)
  )
$$;

-- The file's bytes in pieces, each compressed on its own, so that a receipt can show one line without reading a gigabyte.
create table import_piece (
  import_id integer not null references import,
  piece integer not null check (piece >= 0),
  -- The physical line in which the piece begins.
  first_line integer not null check (first_line > 0),
  content bytea not null,
  primary key (import_id, piece)
);
alter table import_piece alter column content set storage external;

-- Down Migration
-- Loses every kept file and the record of who imported what.
drop table import_piece;
drop function import_in_force;
drop table import;
