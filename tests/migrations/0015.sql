update import set file_released_at = '2026-02-01 00:00:00+00' where import_id = 1;
delete from import_piece where import_id = 1;
