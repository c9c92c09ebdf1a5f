insert into event (starts_on, ends_on, countries, kind, title, text, source_name, source_url) values
  ('2015-08-20', null, '{KZ}', 'devaluation', '{"en":"Tenge floats","ru":"Тенге в свободном плавании"}', '{"en":"The corridor goes."}', 'NBK', 'https://nationalbank.kz'),
  ('2020-03-01', '2020-06-30', '{KG,UZ}', 'health', '{"en":"Quarantine"}', '{"en":"Borders close."}', 'WHO', null);
