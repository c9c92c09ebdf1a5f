insert into import_job (job, server, state, rows_read, total_bytes, import_id, report, problem, imported_by, started_at, ended_at) values
  (repeat('A', 22), 1, 'committed', 3, 60, 1, '{"id":1}', null, 'Aida', '2026-01-05 09:59:00+00', '2026-01-05 10:00:00+00'),
  (repeat('B', 22), 2, 'running', 1, 90, null, null, null, 'Bek', '2026-01-05 09:59:00+00', null);
