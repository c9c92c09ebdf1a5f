insert into import (import_id, committed_at, imported_by, file_name, sha256, file_bytes, mapping, report)
  values (4, '2026-01-08 10:00:00.004+00', 'Aida', 'c.csv', repeat('c', 64), 62, '{"dataset":"FX"}', '{"id":4}');
insert into import_piece (import_id, piece, first_line, content) values (4, 0, 1, '\x1f8b0800ad');
insert into observation (series_id, period, import_id, said_by, line, value)
  select series_id, '2026-01-08', 4, 4, 2, 0.01143511 from series where series_key = 'D.KGS.USD.NBKR';
