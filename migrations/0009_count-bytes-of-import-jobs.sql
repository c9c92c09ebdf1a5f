-- Up Migration
-- How far a job is, is told against total_bytes: nobody knows beforehand how many rows a file has.
alter table import_job add bytes_read bigint not null default 0 check (bytes_read >= 0);

-- Down Migration
-- Loses only how far imports were.
alter table import_job drop bytes_read;
