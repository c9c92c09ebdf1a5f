-- Up Migration
-- Kept files are most of what a database weighs, and of old ones the hash, the report and the line numbers do. When the
-- bytes of an import's file were given up; null while they are kept, and where there never was a file.
alter table import add column file_released_at timestamptz
  check (file_released_at is null or sha256 is not null);

-- What receipts showed of the file is gone from answers that were made before: they count as changed, like the catalogue.
create constraint trigger import_file_is_told after update of file_released_at on import
  deferrable initially deferred for each row execute function tell_catalogue();

-- Down Migration
-- Forgets when files were released; their bytes do not come back.
drop trigger import_file_is_told on import;
alter table import drop column file_released_at;
