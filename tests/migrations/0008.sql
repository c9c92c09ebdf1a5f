insert into mapping (name, mapping, saved_by, saved_at) values
  ('nbkr', '{"value":"curs","missing":["-"]}', 'Aida', '2026-01-04 00:00:00+00');
