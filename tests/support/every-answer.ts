import { z } from "zod";
import { openApiDocument } from "../../server/http/openapi/openapi.ts";
import { fillPath } from "../../server/contract/paths.ts";
import type { Pool } from "../../server/sql/database.ts";

/** What a stream or a measurement answers is another thing each time. */
const elsewhere = ["/api/v1/changes", "/metrics"];

/** So many of each kind are asked for. */
const most = 6;

/** By the names of their parts, what the paths of the API may be filled with, from what is stored. */
async function partsOf(pool: Pool): Promise<Record<string, Record<string, string>[]>> {
  const ask = async (text: string) => (await pool.query<Record<string, string>>(text)).rows;
  const series = `select dataset_code as dataset, series_key as key from series order by md5(series_key) limit ${most}`;
  const receipts = `
    select dataset_code as dataset, series_key as key, period
    from (
      select series_id, period, count(*) as versions from observation group by series_id, period
      order by versions desc, md5(series_id || ' ' || period) limit 12
    ) as told
    join series using (series_id)`;
  const imports = "select import_id::text as id from import order by import_id desc";
  return {
    "": [{}],
    code: await ask("select source_code as code from source"),
    dataset: await ask("select dataset_code as dataset from dataset"),
    "dataset,key": await ask(series),
    "dataset,key,period": await ask(receipts),
    pair: [{ pair: "USD-KGS" }, { pair: "KGS-USD" }, { pair: "KGS-KZT" }],
    "events id": await ask(`select event_id::text as id from event`),
    "imports id": (await ask(imports)).slice(0, most),
    job: await ask("select job from import_job where state <> 'running'"),
    name: await ask("select name from mapping"),
  };
}

/** Queries of the paths that need one, or say more with one. */
function queriesOf(path: string, moments: readonly string[], series: string): string[] {
  const dated = moments.map((moment) => `asOf=${encodeURIComponent(moment)}`);
  const plain: Record<string, string[]> = {
    "/api/v1/observations": [`series=${series}`],
    "/api/v1/rates/convert": ["from=KGS&to=USD&amount=1500"],
    "/api/v1/series": ["limit=1000", "q=som"],
    "/api/v1/imports": ["limit=100"],
    "/api/v1/events": ["limit=100", "lang=ru"],
  };
  const asked = plain[path] ?? [""];
  if (path.endsWith("/observations")) asked.push(...asked.map((query) => `${query}&format=csv`));
  return [...asked, ...asked.flatMap((query) => dated.map((asOf) => `${query}&${asOf}`))];
}

const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ parameters: z.array(z.unknown()) }).loose()),
  ),
});

/** Every address that can be read of what is stored, from the OpenAPI document; `asOf` too where a path takes it. */
export async function everyAddress(pool: Pool, moments: readonly string[]): Promise<string[]> {
  const document = Document.parse(JSON.parse(JSON.stringify(openApiDocument(""))));
  const parts = await partsOf(pool);
  const series = (parts["dataset,key"] ?? [])
    .slice(0, 1)
    .map(({ dataset, key }) => `${dataset}/${key}`)
    .join();
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    if (!get || elsewhere.includes(path)) return [];
    const kind = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).join();
    const filled = parts[kind] ?? parts[`${path.split("/")[3]} ${kind}`];
    if (!filled?.length) throw new Error(`nothing is known to fill ${path} with`);
    const isDated = JSON.stringify(get.parameters).includes("asOf");
    return filled.flatMap((one) =>
      queriesOf(path, isDated ? moments : [], series).map(
        (query) => `${fillPath(path, one)}?${query.replace(/^&/, "")}`,
      ),
    );
  });
}

/** An answer to the letter; its tag is left out, as a restore gives a new one. */
export async function answerOf(address: string, path: string): Promise<string> {
  const response = await fetch(`${address}${path}`);
  const type = response.headers.get("content-type");
  const bytes = Buffer.from(await response.arrayBuffer()).toString("latin1");
  return `${path}\n${response.status} ${type}\n${bytes}`;
}
