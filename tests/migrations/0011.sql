insert into event (starts_on, countries, kind, title, text, source_name, written_by)
  values ('2026-01-09', '{KG}', 'policy', '{"en":"Rate kept"}', '{"en":"The policy rate stays."}', 'NBKR', 'Bek');
