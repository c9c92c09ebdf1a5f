-- Up Migration
-- Which series an import changed, and over what span: what a reader's copy depends on, and what the stream of changes
-- tells. The trigger that checks the references of new observations writes it, so no path to the table can forget it.
create table series_change (
  series_id integer not null references series,
  import_id integer not null references import,
  -- First days of the earliest and the latest period of which the import made a version.
  first_period date not null,
  last_period date not null check (last_period >= first_period),
  primary key (series_id, import_id)
);
create index series_change_import on series_change (import_id);
insert into series_change
select series_id, import_id, min(period), max(period)
from observation
group by series_id, import_id;

create function note_series_change() returns trigger
language plpgsql
as $$
declare
  unknown boolean;
begin
  -- One pass over the rows: what is left of a million is one row a series. Two of the references are those of series_change.
  with spoken as materialized (
    select series_id, import_id, said_by, superseded_by, min(period) as first_period, max(period) as last_period
    from added
    group by series_id, import_id, said_by, superseded_by
  ),
  noted as (
    insert into series_change as known
    select series_id, import_id, min(first_period), max(last_period)
    from spoken
    group by series_id, import_id
    on conflict (series_id, import_id) do update
    set first_period = least(known.first_period, excluded.first_period),
      last_period = greatest(known.last_period, excluded.last_period)
  ),
  named as (
    select said_by as import_id from spoken where said_by is not null
    union
    select superseded_by from spoken where superseded_by is not null
  )
  select exists (
    select from named where not exists (select from import where import.import_id = named.import_id)
  ) into unknown;
  if unknown then
    raise foreign_key_violation using
      message = 'an observation names no import that is there',
      constraint = 'observation_import';
  end if;
  return null;
end
$$;
drop trigger observation_references_of_new on observation;
create trigger observation_references_of_new
  after insert on observation referencing new table as added
  for each statement execute function note_series_change();
create trigger series_change_is_kept before delete on series_change
  for each statement execute function refuse_delete();

-- Every commit that changes what may be read tells it to all servers on the database: an import by its number, the
-- catalogue and the events by the generation they are in. Both wait for the commit, so that the one row of the
-- catalogue's generation is locked for a moment only.
create table catalogue (
  only_row boolean primary key default true check (only_row),
  generation bigint not null,
  changed_in xid8 not null
);
insert into catalogue values (true, 1, pg_current_xact_id());

create function tell_import() returns trigger
language plpgsql
as $$
begin
  perform pg_notify('kurs', 'import ' || new.import_id);
  return null;
end
$$;
create constraint trigger import_is_told after insert on import
  deferrable initially deferred for each row execute function tell_import();

create function tell_catalogue() returns trigger
language plpgsql
as $$
begin
  update catalogue
  set generation = generation + 1, changed_in = pg_current_xact_id()
  where changed_in <> pg_current_xact_id();
  if found then
    perform pg_notify('kurs', 'catalogue');
  end if;
  return null;
end
$$;
create constraint trigger source_is_told after insert or update or delete on source
  deferrable initially deferred for each row execute function tell_catalogue();
create constraint trigger dataset_is_told after insert or update or delete on dataset
  deferrable initially deferred for each row execute function tell_catalogue();
create constraint trigger dimension_is_told after insert or update or delete on dimension
  deferrable initially deferred for each row execute function tell_catalogue();
create constraint trigger dimension_member_is_told after insert or update or delete on dimension_member
  deferrable initially deferred for each row execute function tell_catalogue();
create constraint trigger regime_is_told after insert or update or delete on regime
  deferrable initially deferred for each row execute function tell_catalogue();
create constraint trigger event_is_told after insert or update or delete on event
  deferrable initially deferred for each row execute function tell_catalogue();
-- New series come with an import, which is told; a new title comes alone.
create constraint trigger series_is_told after update on series
  deferrable initially deferred for each row execute function tell_catalogue();

-- Down Migration
drop trigger source_is_told on source;
drop trigger dataset_is_told on dataset;
drop trigger dimension_is_told on dimension;
drop trigger dimension_member_is_told on dimension_member;
drop trigger regime_is_told on regime;
drop trigger event_is_told on event;
drop trigger series_is_told on series;
drop trigger import_is_told on import;
drop function tell_catalogue;
drop function tell_import;
drop table catalogue;
drop trigger observation_references_of_new on observation;
drop function note_series_change;
create trigger observation_references_of_new
  after insert on observation referencing new table as added
  for each statement execute function refuse_unknown_references();
drop table series_change;
