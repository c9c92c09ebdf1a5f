-- Of the first series a value that stands, one that was revised and restored, one that was taken back; of the second a gap.
insert into observation (series_id, period, import_id, said_by, line, value, status, withdrawn, superseded_by)
select series_id, period::date, import_id, said_by, line, value::numeric, status, withdrawn, superseded_by
from series
join (values
  ('D.USD.KGS.NBKR', '2026-01-01', 1, 1, 2, '87.4500', 'A', false, null::integer),
  ('D.USD.KGS.NBKR', '2026-01-02', 1, 1, 3, '87.50', 'P', false, 2),
  ('D.USD.KGS.NBKR', '2026-01-02', 2, 2, 2, '87.5100', 'A', false, 3),
  ('D.USD.KGS.NBKR', '2026-01-02', 3, 1, 3, '87.50', 'P', false, null),
  ('D.USD.KGS.NBKR', '2026-01-03', 2, 2, 3, '87.60', 'A', false, 3),
  ('D.USD.KGS.NBKR', '2026-01-03', 3, null, null, null, 'A', true, null),
  ('D.KGS.USD.NBKR', '2026-01-01', 2, 2, 4, null, 'H', false, null)
) as said (key, period, import_id, said_by, line, value, status, withdrawn, superseded_by) on key = series_key;
