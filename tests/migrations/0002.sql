-- A file, its correction, and the undo of that.
insert into import (import_id, committed_at, imported_by, file_name, sha256, file_bytes, mapping, report, undoes) values
  (1, '2026-01-05 10:00:00.001+00', 'Aida', 'a.csv', repeat('a', 64), 60, '{"dataset":"FX"}', '{"id":1,"revisions":[{"from":87.4500,"to":87.10}]}', null),
  (2, '2026-01-06 10:00:00.002+00', 'Aida', 'b.csv', repeat('b', 64), 61, '{"dataset":"FX"}', '{"id":2}', null),
  (3, '2026-01-07 10:00:00.003+00', 'Bek', null, null, null, null, '{"id":3}', 2);
insert into import_piece (import_id, piece, first_line, content) values
  (1, 0, 1, '\x1f8b0800aa'), (1, 1, 900, '\x1f8b0800ab'), (2, 0, 1, '\x1f8b0800ac');
