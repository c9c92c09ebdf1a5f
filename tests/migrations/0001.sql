insert into source (source_code, name, kind, homepage, rank, pivot) values
  ('NBKR', '{"en":"National Bank of the Kyrgyz Republic","ky":"Кыргыз Республикасынын Улуттук банкы"}', 'official', 'https://www.nbkr.kg', 10, 'KGS'),
  ('MARKET', '{"en":"Market"}', 'market', null, 100, 'USD');
insert into dataset (dataset_code, title, description, definition) values (
  'FX', '{"en":"Exchange rates"}', '{"en":"Units of the quote currency for one of the base."}',
  '{"code":"FX","seriesTitle":{"en":"{BASE} in {QUOTE}"},"dimensions":[
    {"code":"FREQ","codes":[{"code":"D"}]},
    {"code":"BASE","codes":[{"code":"USD","country":"US"},{"code":"KGS","country":"KG"}]},
    {"code":"QUOTE","codesOf":"BASE"},
    {"code":"SOURCE","open":true,"codes":[]}]}'
);
insert into dimension (dataset_code, dimension_code, position, title, open) values
  ('FX', 'FREQ', 1, '{"en":"Frequency"}', false),
  ('FX', 'BASE', 2, '{"en":"Base"}', false),
  ('FX', 'QUOTE', 3, '{"en":"Quote"}', false),
  ('FX', 'SOURCE', 4, '{"en":"Source"}', true);
insert into dimension_member (dataset_code, dimension_code, member_code, position, title, kind) values
  ('FX', 'FREQ', 'D', 1, '{"en":"Daily"}', null),
  ('FX', 'BASE', 'USD', 1, '{"en":"US dollar"}', 'rate'),
  ('FX', 'BASE', 'KGS', 2, '{"en":"Kyrgyz som","ru":"Киргизский сом"}', 'rate'),
  ('FX', 'QUOTE', 'USD', 1, '{"en":"US dollar"}', 'rate'),
  ('FX', 'QUOTE', 'KGS', 2, '{"en":"Kyrgyz som","ru":"Киргизский сом"}', 'rate'),
  ('FX', 'SOURCE', 'NBKR', 1, '{"en":"NBKR"}', null);
insert into regime (currency, valid_from, kind, anchor, value) values ('TMT', '2015-01-01', 'peg', 'USD', 3.50);
insert into series (dataset_code, series_key, codes, frequency, unit, kind, source_code, title) values
  ('FX', 'D.USD.KGS.NBKR', '{D,USD,KGS,NBKR}', 'D', 'KGS', 'rate', 'NBKR', '{"en":"US dollar in Kyrgyz som"}'),
  ('FX', 'D.KGS.USD.NBKR', '{D,KGS,USD,NBKR}', 'D', 'USD', 'rate', 'NBKR', '{"en":"Kyrgyz som in US dollars"}');
