-- Up Migration
-- Whether the fixtures were loaded here, so that a start that was killed while it loaded them is taken up again,
-- and an operator's own data are never mixed with them.
create table fixture_load (
  only_row boolean primary key default true check (only_row),
  began_at timestamptz not null default now(),
  finished_at timestamptz
);

-- Down Migration
drop table fixture_load;
