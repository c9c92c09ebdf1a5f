-- Up Migration
-- One row per version of a period. Nothing is updated but superseded_by, once. numeric keeps the published digits,
-- trailing zeros too; null means that the source named the period without giving a figure.
-- Its references are checked by statement, below: a million foreign keys one by one cost five times what their
-- rows do (measured: 24 s of 30).
create table observation (
  series_id integer not null,
  period date not null,
  -- The import that made this version current.
  import_id integer not null,
  -- The import whose file said it, and where; another one than import_id only when an undo restored it.
  said_by integer check (said_by <= import_id),
  line integer check (line > 0),
  value numeric check (value > '-Infinity' and value < 'Infinity'),
  status text not null default 'A' check (status in ('A', 'P', 'E', 'F', 'B', 'U', 'Q', 'H', 'L', 'M')),
  -- The period has no observation any more: what was said of it was taken back.
  withdrawn boolean not null default false,
  -- The import that made the next version; null while this one is current.
  superseded_by integer check (superseded_by > import_id),
  primary key (series_id, period, import_id),
  check (value is not null or withdrawn or status in ('M', 'L', 'H', 'Q')),
  check (not withdrawn or (value is null and said_by is null)),
  check (withdrawn or (said_by is not null and line is not null))
);

-- One current version for each series and period. What a read needs is included, so that it touches no other page.
create unique index observation_current on observation (series_id, period)
  include (value, status, withdrawn, import_id)
  where superseded_by is null;
create function refuse_unknown_references() returns trigger
language plpgsql
as $$
declare
  unknown record;
begin
  -- One pass over the rows; what is left of a million is one row a series.
  for unknown in
    select distinct on (kind) kind
    from (select distinct series_id, import_id, said_by, superseded_by from added) as named
    cross join lateral (
      values ('series', series_id), ('import', import_id), ('import', said_by), ('import', superseded_by)
    ) as reference (kind, id)
    where id is not null
      and not case kind
        when 'series' then exists (select from series where series.series_id = id)
        else exists (select from import where import.import_id = id)
      end
  loop
    raise foreign_key_violation using
      message = format('an observation names no %s that is there', unknown.kind),
      constraint = 'observation_' || unknown.kind;
  end loop;
  return null;
end
$$;
create trigger observation_references_of_new
  after insert on observation referencing new table as added
  for each statement execute function refuse_unknown_references();
create trigger observation_references_of_changed
  after update on observation referencing new table as added
  for each statement execute function refuse_unknown_references();

-- Nothing is ever deleted: a version that no longer holds is superseded, and an import is taken back by another.
create function refuse_delete() returns trigger
language plpgsql
as $$
begin
  raise restrict_violation using message = format('rows of %s are never deleted', tg_table_name);
end
$$;
create trigger observation_is_kept before delete on observation for each statement execute function refuse_delete();
create trigger import_is_kept before delete on import for each statement execute function refuse_delete();
create trigger series_is_kept before delete on series for each statement execute function refuse_delete();

-- Versions lie in the order of their imports, so a few block ranges find those of one; a tree would cost a first
-- load a third of its speed.
create index observation_import on observation using brin (import_id) with (pages_per_range = 16, autosummarize);

-- Down Migration
-- Loses every imported value: the way back is to import the sources' files again.
drop trigger series_is_kept on series;
drop trigger import_is_kept on import;
drop table observation;
drop function refuse_delete;
drop function refuse_unknown_references;
