-- Up Migration
-- Who may write. Only the hash of a token is kept.
create table token (
  label text primary key check (length(label) between 1 and 60),
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

-- Down Migration
-- Locks every writer out until new tokens are made.
drop table token;
