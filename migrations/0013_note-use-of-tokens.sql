-- Up Migration
-- When each token was used last, to the minute, so that tokens that nobody uses any more are seen and revoked.
alter table token add column last_used_at timestamptz;

-- Down Migration
alter table token drop column last_used_at;
