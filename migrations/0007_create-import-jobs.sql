-- Up Migration
-- An import that goes on after its request was answered. A row each, so that every server on this database can tell
-- how far it is and can ask for its end. The last state is written in the import's own transaction: a job that says
-- committed has an import, and no import is there whose job says otherwise.
create table import_job (
  -- 128 random bits: who knows it may look.
  job text primary key check (job ~ '^[A-Za-z0-9_-]{22}$'),
  -- The number under which the server that runs it holds an advisory lock for as long as it lives.
  server integer not null,
  state text not null default 'running' check (state in ('running', 'committed', 'refused', 'failed', 'cancelled')),
  cancel_requested boolean not null default false,
  rows_read integer not null default 0 check (rows_read >= 0),
  total_bytes bigint not null check (total_bytes >= 0),
  -- Null for a dry run, and where there was nothing to change.
  import_id integer references import,
  -- As json: the digits of their numbers stay as they were written.
  report json,
  problem json,
  imported_by text not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((state = 'running') = (ended_at is null)),
  check (import_id is null or state = 'committed')
);
create index import_job_running on import_job (server) where state = 'running';

-- Down Migration
-- Loses only how imports went while they ran.
drop table import_job;
