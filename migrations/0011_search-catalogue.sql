-- Up Migration
-- Searching series and events in every language, and by country. Whatever a reader types is folded as the texts were:
-- case, marks and apostrophes go, Cyrillic becomes Latin as Uzbek is written in both. No extension is needed for it,
-- and no locale: the letters stand here.
create function latin_letters(text text) returns text
language sql immutable strict parallel safe
return replace(replace(replace(replace(replace(replace(
  translate(
    text,
    'абвгдежзийклмнопрстуфхыэёєіїґғҕқҚңҢөӨүҮұҰўЎӯӮӣӢәӘһҺҳҲҷҶ'
    || 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЫЭЁЄІЇҐҒҔЧШЩЦЮЯıəƏ'
    || 'ʻʼʹ’‘‛′´`''ьъЬЪ',
    'abvgdejziyklmnoprstufxyeeeiigggqqnnoouuuuoouuiiaahhhhjj'
    || 'abvgdejziyklmnoprstufxyeeeiigggчшщцюяiaa'
  ),
  'щ', 'shch'), 'ш', 'sh'), 'ч', 'ch'), 'ц', 'ts'), 'ю', 'yu'), 'я', 'ya');

-- Letters are turned twice: those that the table has with their marks, and what is left of others without.
create function fold_text(text text) returns text
language sql immutable strict parallel safe
return btrim(regexp_replace(
  lower(latin_letters(regexp_replace(
    normalize(latin_letters(normalize(text, nfkc)), nfkd),
    '[\u0300-\u036f]', '', 'g'
  )) collate "C"),
  '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+', ' ', 'g'
));

-- The words of a text, folded, each once, and beside them as they are also written: ё is e to a Russian and yo to an
-- Uzbek, and many keyboards have no қ.
create function search_words(text text) returns text
language sql immutable strict parallel safe
begin atomic
  select coalesce(string_agg(distinct word, ' '), '')
  from (select fold_text(text) as folded) as plain
  cross join lateral string_to_table(
    concat_ws(' ',
      folded, replace(folded, 'yo', 'e'), translate(folded, 'q', 'k'),
      case when text ~* '[ёЁ]' then fold_text(replace(replace(normalize(text, nfc), 'ё', 'yo'), 'Ё', 'yo')) end
    ),
    ' '
  ) as word;
end;

-- The texts of all languages, one after the other.
create function texts_of(texts jsonb) returns text
language sql immutable strict parallel safe
begin atomic
  select string_agg(value, ' ') from jsonb_each_text(texts);
end;

-- ISO 3166-1: the country of a region or of a currency, itself for a country.
alter table dimension_member add column country text check (country ~ '^[A-Z]{2}$');

-- Texts are folded where they are written, once, and only put together for each series: folding a series' texts anew
-- took 5 ms each.
alter table dimension_member add column search_text text not null
  generated always as (search_words(texts_of(title))) stored;
alter table source add column search_text text not null
  generated always as (search_words(texts_of(name))) stored;
alter table dataset add column search_text text not null
  generated always as (search_words(texts_of(title) || coalesce(' ' || texts_of(definition -> 'seriesTitle'), ''))) stored;

-- Derived from the rows around a series whenever it is written; whoever changes those writes its series anew.
alter table series add column countries text[] not null default '{}';
alter table series add column search_text text not null default '';

create function describe_series() returns trigger
language plpgsql
as $$
begin
  select
    coalesce(array_agg(distinct member.country) filter (where member.country is not null), '{}'),
    concat_ws(' ',
      lower(new.dataset_code), translate(lower(new.series_key), './_@$-', '      '),
      (select search_text from dataset where dataset_code = new.dataset_code),
      (select search_text from source where source_code = new.source_code),
      string_agg(member.search_text, ' ')
    )
  into new.countries, new.search_text
  from unnest(new.codes) with ordinality as part (code, position)
  join dimension
    on dimension.dataset_code = new.dataset_code and dimension.position = part.position
  join dimension_member as member
    on member.dataset_code = new.dataset_code and member.dimension_code = dimension.dimension_code
    and member.member_code = part.code;
  return new;
end
$$;
create trigger series_is_described before insert or update on series
  for each row execute function describe_series();

-- Who wrote an event. What is there came with the fixtures: there was no other way.
alter table event add column written_by text not null default 'fixtures';
alter table event alter column written_by drop default;
alter table event add column search_text text not null
  generated always as (search_words(texts_of(title) || ' ' || texts_of(text))) stored;

update dimension_member as member
set country = code.definition ->> 'country'
from dataset
cross join lateral jsonb_array_elements(dataset.definition -> 'dimensions') as dimension (definition)
cross join lateral jsonb_array_elements(dataset.definition -> 'dimensions') as lender (definition)
cross join lateral jsonb_array_elements(lender.definition -> 'codes') as code (definition)
where lender.definition ->> 'code' = coalesce(dimension.definition ->> 'codesOf', dimension.definition ->> 'code')
  and member.dataset_code = dataset.dataset_code
  and member.dimension_code = dimension.definition ->> 'code'
  and member.member_code = code.definition ->> 'code'
  and code.definition ? 'country';
update series set title = title;
-- What these changes have to tell is told now, so that a later migration may alter the tables.
set constraints all immediate;
set constraints all deferred;

-- Down Migration
alter table event drop column search_text;
alter table event drop column written_by;
drop trigger series_is_described on series;
drop function describe_series;
alter table series drop column search_text;
alter table series drop column countries;
alter table dataset drop column search_text;
alter table source drop column search_text;
alter table dimension_member drop column search_text;
alter table dimension_member drop column country;
drop function texts_of;
drop function search_words;
drop function fold_text;
drop function latin_letters;
