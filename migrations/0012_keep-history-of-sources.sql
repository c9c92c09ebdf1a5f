-- Up Migration
-- Which rank and pivot a source had and since when, so that rates "as of" a moment stay what they were. Whatever writes
-- to the table of sources, the trigger keeps it.
create table source_history (
  source_code text not null references source,
  rank integer not null,
  pivot text,
  valid_from timestamptz not null,
  primary key (source_code, valid_from)
);
insert into source_history
select source_code, rank, pivot, '-infinity'
from source;

create function keep_source_history() returns trigger
language plpgsql
as $$
begin
  -- The lock under which imports draw their time: who asks for a moment that has just passed waits for it. It is taken
  -- even where nothing is to be kept, before the row of the catalogue's generation, as imports take them.
  perform pg_advisory_xact_lock(1802859124);
  if tg_op = 'INSERT' then
    -- Before its first import a source says nothing.
    insert into source_history values (new.source_code, new.rank, new.pivot, '-infinity');
  elsif (new.rank, new.pivot) is distinct from (old.rank, old.pivot) then
    -- Strictly increasing, even where the clock is set back.
    insert into source_history
    select new.source_code, new.rank, new.pivot, greatest(clock_timestamp(), max(valid_from) + interval '1 microsecond')
    from source_history
    where source_code = new.source_code;
  end if;
  return null;
end
$$;
-- Its name makes it the first of the triggers on a source that run at commit.
create constraint trigger source_history_is_written after insert or update of rank, pivot on source
  deferrable initially deferred for each row execute function keep_source_history();

create function refuse_update() returns trigger
language plpgsql
as $$
begin
  raise restrict_violation using message = format('rows of %s are never changed', tg_table_name);
end
$$;
create trigger source_history_is_kept before delete on source_history
  for each statement execute function refuse_delete();
create trigger source_history_is_fixed before update on source_history
  for each statement execute function refuse_update();

-- Down Migration
-- Loses which ranks and pivots were in force before.
drop trigger source_history_is_written on source;
drop function keep_source_history;
drop table source_history;
drop function refuse_update;
