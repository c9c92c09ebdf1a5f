insert into token (label, sha256, created_at, revoked_at) values
  ('newsroom', repeat('1', 64), '2026-01-01 00:00:00+00', null),
  ('left', repeat('2', 64), '2026-01-01 00:00:00+00', '2026-01-02 00:00:00+00');
