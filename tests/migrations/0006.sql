insert into fixture_load (began_at, finished_at) values ('2026-01-01 00:00:00+00', '2026-01-01 00:00:09+00');
