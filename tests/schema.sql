-- The schema after all migrations, kept current by tests/server/sql/schema.test.ts. Never run; to be read.

create table catalogue (
  only_row boolean not null default true,
  generation bigint not null,
  changed_in xid8 not null,
  constraint catalogue_pkey PRIMARY KEY (only_row),
  constraint catalogue_only_row_check CHECK (only_row)
);

create table dataset (
  dataset_code text not null,
  position integer not null generated always as identity,
  title jsonb not null,
  description jsonb not null,
  definition jsonb not null,
  search_text text not null generated always as (search_words((texts_of(title) || COALESCE((' '::text || texts_of((definition -> 'seriesTitle'::text))), ''::text)))) stored,
  constraint dataset_is_told TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint dataset_pkey PRIMARY KEY (dataset_code),
  constraint dataset_dataset_code_check CHECK ((dataset_code ~ '^[A-Z][A-Z0-9_]{0,39}$'::text)),
  constraint dataset_description_check CHECK ((description ? 'en'::text)),
  constraint dataset_title_check CHECK ((title ? 'en'::text))
);

create table dimension (
  dataset_code text not null,
  dimension_code text not null,
  position smallint not null,
  title jsonb not null,
  open boolean not null default false,
  constraint dimension_dataset_code_position_key UNIQUE (dataset_code, "position"),
  constraint dimension_is_told TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint dimension_pkey PRIMARY KEY (dataset_code, dimension_code),
  constraint dimension_dataset_code_fkey FOREIGN KEY (dataset_code) REFERENCES dataset(dataset_code),
  constraint dimension_dimension_code_check CHECK ((dimension_code ~ '^[A-Z][A-Z0-9_]{0,39}$'::text)),
  constraint dimension_title_check CHECK ((title ? 'en'::text))
);

create table dimension_member (
  dataset_code text not null,
  dimension_code text not null,
  member_code text not null,
  position integer not null,
  title jsonb not null,
  kind text,
  total boolean not null default false,
  country text,
  search_text text not null generated always as (search_words(texts_of(title))) stored,
  constraint dimension_member_is_told TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint dimension_member_pkey PRIMARY KEY (dataset_code, dimension_code, member_code),
  constraint dimension_member_dataset_code_dimension_code_fkey FOREIGN KEY (dataset_code, dimension_code) REFERENCES dimension(dataset_code, dimension_code),
  constraint dimension_member_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint dimension_member_kind_check CHECK ((kind = ANY (ARRAY['rate'::text, 'stock'::text, 'flow'::text, 'percentage'::text, 'survey'::text]))),
  constraint dimension_member_member_code_check CHECK ((member_code ~ '^[A-Za-z0-9_@$-]{1,60}$'::text)),
  constraint dimension_member_title_check CHECK ((title ? 'en'::text))
);

create table event (
  event_id integer not null generated always as identity,
  starts_on date not null,
  ends_on date,
  countries text[] not null,
  kind text not null,
  title jsonb not null,
  text jsonb not null,
  source_name text not null,
  source_url text,
  written_by text not null,
  search_text text not null generated always as (search_words(((texts_of(title) || ' '::text) || texts_of(text)))) stored,
  constraint event_is_told TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint event_pkey PRIMARY KEY (event_id),
  constraint event_check CHECK ((ends_on >= starts_on)),
  constraint event_kind_check CHECK ((kind = ANY (ARRAY['devaluation'::text, 'regime'::text, 'policy'::text, 'politics'::text, 'trade'::text, 'energy'::text, 'health'::text, 'security'::text, 'data'::text]))),
  constraint event_text_check CHECK ((text ? 'en'::text)),
  constraint event_title_check CHECK ((title ? 'en'::text))
);

create table fixture_load (
  only_row boolean not null default true,
  began_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  constraint fixture_load_pkey PRIMARY KEY (only_row),
  constraint fixture_load_only_row_check CHECK (only_row)
);

create table import (
  import_id integer not null,
  committed_at timestamp with time zone not null,
  imported_by text not null,
  file_name text,
  sha256 text,
  file_bytes bigint,
  mapping jsonb,
  report json not null,
  undoes integer,
  file_released_at timestamp with time zone,
  constraint import_committed_at_key UNIQUE (committed_at),
  constraint import_file_is_told TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint import_is_told TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint import_pkey PRIMARY KEY (import_id),
  constraint import_undoes_fkey FOREIGN KEY (undoes) REFERENCES import(import_id),
  constraint import_check CHECK ((undoes < import_id)),
  constraint import_check1 CHECK (((undoes IS NULL) = (sha256 IS NOT NULL))),
  constraint import_check2 CHECK (((sha256 IS NULL) = (mapping IS NULL))),
  constraint import_check3 CHECK (((file_released_at IS NULL) OR (sha256 IS NOT NULL))),
  constraint import_file_bytes_check CHECK ((file_bytes >= 0)),
  constraint import_import_id_check CHECK ((import_id > 0)),
  constraint import_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table import_job (
  job text not null,
  server integer not null,
  state text not null default 'running'::text,
  cancel_requested boolean not null default false,
  rows_read integer not null default 0,
  total_bytes bigint not null,
  import_id integer,
  report json,
  problem json,
  imported_by text not null,
  started_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  bytes_read bigint not null default 0,
  constraint import_job_pkey PRIMARY KEY (job),
  constraint import_job_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(import_id),
  constraint import_job_bytes_read_check CHECK ((bytes_read >= 0)),
  constraint import_job_check CHECK (((state = 'running'::text) = (ended_at IS NULL))),
  constraint import_job_check1 CHECK (((import_id IS NULL) OR (state = 'committed'::text))),
  constraint import_job_job_check CHECK ((job ~ '^[A-Za-z0-9_-]{22}$'::text)),
  constraint import_job_rows_read_check CHECK ((rows_read >= 0)),
  constraint import_job_state_check CHECK ((state = ANY (ARRAY['running'::text, 'committed'::text, 'refused'::text, 'failed'::text, 'cancelled'::text]))),
  constraint import_job_total_bytes_check CHECK ((total_bytes >= 0))
);

create table import_piece (
  import_id integer not null,
  piece integer not null,
  first_line integer not null,
  content bytea not null,
  constraint import_piece_pkey PRIMARY KEY (import_id, piece),
  constraint import_piece_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(import_id),
  constraint import_piece_first_line_check CHECK ((first_line > 0)),
  constraint import_piece_piece_check CHECK ((piece >= 0))
);

create table mapping (
  name text not null,
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamp with time zone not null default now(),
  constraint mapping_pkey PRIMARY KEY (name),
  constraint mapping_name_check CHECK ((name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'::text))
);

create table observation (
  series_id integer not null,
  period date not null,
  import_id integer not null,
  said_by integer,
  line integer,
  value numeric,
  status text not null default 'A'::text,
  withdrawn boolean not null default false,
  superseded_by integer,
  constraint observation_pkey PRIMARY KEY (series_id, period, import_id),
  constraint observation_check CHECK ((said_by <= import_id)),
  constraint observation_check1 CHECK ((superseded_by > import_id)),
  constraint observation_check2 CHECK (((value IS NOT NULL) OR withdrawn OR (status = ANY (ARRAY['M'::text, 'L'::text, 'H'::text, 'Q'::text])))),
  constraint observation_check3 CHECK (((NOT withdrawn) OR ((value IS NULL) AND (said_by IS NULL)))),
  constraint observation_check4 CHECK ((withdrawn OR ((said_by IS NOT NULL) AND (line IS NOT NULL)))),
  constraint observation_line_check CHECK ((line > 0)),
  constraint observation_status_check CHECK ((status = ANY (ARRAY['A'::text, 'P'::text, 'E'::text, 'F'::text, 'B'::text, 'U'::text, 'Q'::text, 'H'::text, 'L'::text, 'M'::text]))),
  constraint observation_value_check CHECK (((value > '-Infinity'::numeric) AND (value < 'Infinity'::numeric)))
);

create table regime (
  currency text not null,
  valid_from date not null,
  valid_to date,
  kind text not null,
  anchor text,
  value numeric,
  caveat jsonb,
  constraint regime_is_told TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint regime_pkey PRIMARY KEY (currency, valid_from),
  constraint regime_anchor_check CHECK ((anchor ~ '^[A-Z]{3}$'::text)),
  constraint regime_caveat_check CHECK ((caveat ? 'en'::text)),
  constraint regime_check CHECK ((valid_to >= valid_from)),
  constraint regime_check1 CHECK (((kind <> 'peg'::text) OR ((anchor IS NOT NULL) AND (value IS NOT NULL)))),
  constraint regime_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint regime_kind_check CHECK ((kind = ANY (ARRAY['float'::text, 'managed'::text, 'peg'::text]))),
  constraint regime_value_check CHECK ((value > (0)::numeric))
);

create table series (
  series_id integer not null generated always as identity,
  dataset_code text not null,
  series_key text not null,
  codes text[] not null,
  frequency text not null,
  unit text not null,
  kind text not null,
  source_code text not null,
  title jsonb not null,
  countries text[] not null default '{}'::text[],
  search_text text not null default ''::text,
  constraint series_dataset_code_series_key_key UNIQUE (dataset_code, series_key),
  constraint series_is_told TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint series_pkey PRIMARY KEY (series_id),
  constraint series_dataset_code_fkey FOREIGN KEY (dataset_code) REFERENCES dataset(dataset_code),
  constraint series_source_code_fkey FOREIGN KEY (source_code) REFERENCES source(source_code),
  constraint series_check CHECK ((array_to_string(codes, '.'::text) = series_key)),
  constraint series_check1 CHECK ((codes[1] = frequency)),
  constraint series_frequency_check CHECK ((frequency = ANY (ARRAY['D'::text, 'W'::text, 'M'::text, 'Q'::text, 'S'::text, 'A'::text]))),
  constraint series_kind_check CHECK ((kind = ANY (ARRAY['rate'::text, 'stock'::text, 'flow'::text, 'percentage'::text, 'survey'::text]))),
  constraint series_series_key_check CHECK (((length(series_key) >= 1) AND (length(series_key) <= 400))),
  constraint series_title_check CHECK ((title ? 'en'::text))
);

create table series_change (
  series_id integer not null,
  import_id integer not null,
  first_period date not null,
  last_period date not null,
  constraint series_change_pkey PRIMARY KEY (series_id, import_id),
  constraint series_change_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(import_id),
  constraint series_change_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(series_id),
  constraint series_change_check CHECK ((last_period >= first_period))
);

create table source (
  source_code text not null,
  name jsonb not null,
  kind text not null default 'other'::text,
  homepage text,
  licence text,
  licence_url text,
  attribution text,
  rank integer not null default 1000,
  pivot text,
  search_text text not null generated always as (search_words(texts_of(name))) stored,
  constraint source_history_is_written TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint source_is_told TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint source_pkey PRIMARY KEY (source_code),
  constraint source_kind_check CHECK ((kind = ANY (ARRAY['official'::text, 'market'::text, 'other'::text]))),
  constraint source_name_check CHECK ((name ? 'en'::text)),
  constraint source_pivot_check CHECK ((pivot ~ '^[A-Z]{3}$'::text)),
  constraint source_source_code_check CHECK ((source_code ~ '^[A-Z][A-Z0-9_]{0,39}$'::text))
);

create table source_history (
  source_code text not null,
  rank integer not null,
  pivot text,
  valid_from timestamp with time zone not null,
  constraint source_history_pkey PRIMARY KEY (source_code, valid_from),
  constraint source_history_source_code_fkey FOREIGN KEY (source_code) REFERENCES source(source_code)
);

create table token (
  label text not null,
  sha256 text not null,
  created_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint token_sha256_key UNIQUE (sha256),
  constraint token_pkey PRIMARY KEY (label),
  constraint token_label_check CHECK (((length(label) >= 1) AND (length(label) <= 60))),
  constraint token_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

CREATE INDEX event_starts_on ON public.event USING btree (starts_on DESC, event_id DESC);

CREATE INDEX import_job_running ON public.import_job USING btree (server) WHERE (state = 'running'::text);

CREATE INDEX import_sha256 ON public.import USING btree (sha256);

CREATE INDEX import_undoes ON public.import USING btree (undoes) WHERE (undoes IS NOT NULL);

CREATE UNIQUE INDEX observation_current ON public.observation USING btree (series_id, period) INCLUDE (value, status, withdrawn, import_id) WHERE (superseded_by IS NULL);

CREATE INDEX observation_import ON public.observation USING brin (import_id) WITH (pages_per_range='16', autosummarize='true');

CREATE INDEX series_change_import ON public.series_change USING btree (import_id);

CREATE INDEX series_source ON public.series USING btree (source_code);

CREATE OR REPLACE FUNCTION public.describe_series()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.fold_text(text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN btrim(regexp_replace(lower((latin_letters(regexp_replace(NORMALIZE(latin_letters(NORMALIZE(text, NFKC)), NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text)) COLLATE "C")), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f]+'::text, ' '::text, 'g'::text));

CREATE OR REPLACE FUNCTION public.import_in_force(import_id integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select not exists (
    select from import as later
    where later.undoes = import_in_force.import_id
      and import_in_force(later.import_id)
  )
$function$;

CREATE OR REPLACE FUNCTION public.keep_source_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- The lock under which imports draw their time: who asks for a moment that has just passed waits for it. It is taken
  -- even where nothing is to be kept, before the row of the catalogue's generation, as imports take them.
  perform pg_advisory_xact_lock(1802859124);
  if tg_op = 'INSERT' then
    -- Before its first import a source says nothing.
    insert into source_history values (new.source_code, new.rank, new.pivot, '-infinity');
  elsif (new.rank, new.pivot) is distinct from (old.rank, old.pivot) then
    -- Strictly increasing, even where the clock is set back.
    insert into source_history
    select new.source_code, new.rank, new.pivot, greatest(clock_timestamp(), max(valid_from) + interval '1 microsecond')
    from source_history
    where source_code = new.source_code;
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.latin_letters(text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN replace(replace(replace(replace(replace(replace(translate(text, (('абвгдежзийклмнопрстуфхыэёєіїґғҕқҚңҢөӨүҮұҰўЎӯӮӣӢәӘһҺҳҲҷҶ'::text || 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЫЭЁЄІЇҐҒҔЧШЩЦЮЯıəƏ'::text) || 'ʻʼʹ’‘‛′´`''ьъЬЪ'::text), ('abvgdejziyklmnoprstufxyeeeiigggqqnnoouuuuoouuiiaahhhhjj'::text || 'abvgdejziyklmnoprstufxyeeeiigggчшщцюяiaa'::text)), 'щ'::text, 'shch'::text), 'ш'::text, 'sh'::text), 'ч'::text, 'ch'::text), 'ц'::text, 'ts'::text), 'ю'::text, 'yu'::text), 'я'::text, 'ya'::text);

CREATE OR REPLACE FUNCTION public.note_series_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  unknown boolean;
begin
  -- One pass over the rows: what is left of a million is one row a series. Two of the references are those of series_change.
  with spoken as materialized (
    select series_id, import_id, said_by, superseded_by, min(period) as first_period, max(period) as last_period
    from added
    group by series_id, import_id, said_by, superseded_by
  ),
  noted as (
    insert into series_change as known
    select series_id, import_id, min(first_period), max(last_period)
    from spoken
    group by series_id, import_id
    on conflict (series_id, import_id) do update
    set first_period = least(known.first_period, excluded.first_period),
      last_period = greatest(known.last_period, excluded.last_period)
  ),
  named as (
    select said_by as import_id from spoken where said_by is not null
    union
    select superseded_by from spoken where superseded_by is not null
  )
  select exists (
    select from named where not exists (select from import where import.import_id = named.import_id)
  ) into unknown;
  if unknown then
    raise foreign_key_violation using
      message = 'an observation names no import that is there',
      constraint = 'observation_import';
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise restrict_violation using message = format('rows of %s are never deleted', tg_table_name);
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_unknown_references()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  unknown record;
begin
  -- One pass over the rows; what is left of a million is one row a series.
  for unknown in
    select distinct on (kind) kind
    from (select distinct series_id, import_id, said_by, superseded_by from added) as named
    cross join lateral (
      values ('series', series_id), ('import', import_id), ('import', said_by), ('import', superseded_by)
    ) as reference (kind, id)
    where id is not null
      and not case kind
        when 'series' then exists (select from series where series.series_id = id)
        else exists (select from import where import.import_id = id)
      end
  loop
    raise foreign_key_violation using
      message = format('an observation names no %s that is there', unknown.kind),
      constraint = 'observation_' || unknown.kind;
  end loop;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.refuse_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise restrict_violation using message = format('rows of %s are never changed', tg_table_name);
end
$function$;

CREATE OR REPLACE FUNCTION public.search_words(text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
BEGIN ATOMIC
 SELECT COALESCE(string_agg(DISTINCT word.word, ' '::text), ''::text) AS "coalesce"
    FROM (( SELECT fold_text(search_words.text) AS folded) plain
      CROSS JOIN LATERAL string_to_table(concat_ws(' '::text, plain.folded, replace(plain.folded, 'yo'::text, 'e'::text), translate(plain.folded, 'q'::text, 'k'::text),
         CASE
             WHEN (search_words.text ~* '[ёЁ]'::text) THEN fold_text(replace(replace(NORMALIZE(search_words.text, NFC), 'ё'::text, 'yo'::text), 'Ё'::text, 'yo'::text))
             ELSE NULL::text
         END), ' '::text) word(word));
END;

CREATE OR REPLACE FUNCTION public.tell_catalogue()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update catalogue
  set generation = generation + 1, changed_in = pg_current_xact_id()
  where changed_in <> pg_current_xact_id();
  if found then
    perform pg_notify('kurs', 'catalogue');
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.tell_import()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('kurs', 'import ' || new.import_id);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.texts_of(texts jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
BEGIN ATOMIC
 SELECT string_agg(jsonb_each_text.value, ' '::text) AS string_agg
    FROM jsonb_each_text(texts_of.texts) jsonb_each_text(key, value);
END;

CREATE CONSTRAINT TRIGGER dataset_is_told AFTER INSERT OR DELETE OR UPDATE ON public.dataset DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_catalogue();

CREATE CONSTRAINT TRIGGER dimension_is_told AFTER INSERT OR DELETE OR UPDATE ON public.dimension DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_catalogue();

CREATE CONSTRAINT TRIGGER dimension_member_is_told AFTER INSERT OR DELETE OR UPDATE ON public.dimension_member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_catalogue();

CREATE CONSTRAINT TRIGGER event_is_told AFTER INSERT OR DELETE OR UPDATE ON public.event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_catalogue();

CREATE CONSTRAINT TRIGGER import_file_is_told AFTER UPDATE OF file_released_at ON public.import DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_catalogue();

CREATE TRIGGER import_is_kept BEFORE DELETE ON public.import FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

CREATE CONSTRAINT TRIGGER import_is_told AFTER INSERT ON public.import DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_import();

CREATE TRIGGER observation_is_kept BEFORE DELETE ON public.observation FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

CREATE TRIGGER observation_references_of_changed AFTER UPDATE ON public.observation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unknown_references();

CREATE TRIGGER observation_references_of_new AFTER INSERT ON public.observation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_series_change();

CREATE CONSTRAINT TRIGGER regime_is_told AFTER INSERT OR DELETE OR UPDATE ON public.regime DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_catalogue();

CREATE TRIGGER series_is_described BEFORE INSERT OR UPDATE ON public.series FOR EACH ROW EXECUTE FUNCTION describe_series();

CREATE TRIGGER series_is_kept BEFORE DELETE ON public.series FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

CREATE CONSTRAINT TRIGGER series_is_told AFTER UPDATE ON public.series DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_catalogue();

CREATE TRIGGER series_change_is_kept BEFORE DELETE ON public.series_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();

CREATE CONSTRAINT TRIGGER source_history_is_written AFTER INSERT OR UPDATE OF rank, pivot ON public.source DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_source_history();

CREATE CONSTRAINT TRIGGER source_is_told AFTER INSERT OR DELETE OR UPDATE ON public.source DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell_catalogue();

CREATE TRIGGER source_history_is_fixed BEFORE UPDATE ON public.source_history FOR EACH STATEMENT EXECUTE FUNCTION refuse_update();

CREATE TRIGGER source_history_is_kept BEFORE DELETE ON public.source_history FOR EACH STATEMENT EXECUTE FUNCTION refuse_delete();
