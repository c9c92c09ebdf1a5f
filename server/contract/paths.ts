/**
 * Every URL path of the API; `{name}` stands for a part that varies. No zod here, so that the browser may import it.
 */
export const paths = {
  datasets: "/api/v1/datasets",
  dataset: "/api/v1/datasets/{dataset}",
  sources: "/api/v1/sources",
  source: "/api/v1/sources/{code}",
  seriesList: "/api/v1/series",
  series: "/api/v1/series/{dataset}/{key}",
  observations: "/api/v1/series/{dataset}/{key}/observations",
  aligned: "/api/v1/observations",
  receipt: "/api/v1/series/{dataset}/{key}/observations/{period}",
  latestRates: "/api/v1/rates/latest",
  pairObservations: "/api/v1/rates/{pair}/observations",
  convert: "/api/v1/rates/convert",
  currencies: "/api/v1/rates/currencies",
  events: "/api/v1/events",
  event: "/api/v1/events/{id}",
  importEvents: "/api/v1/events/import",
  changes: "/api/v1/changes",
  imports: "/api/v1/imports",
  import: "/api/v1/imports/{id}",
  importFile: "/api/v1/imports/{id}/file",
  importChanges: "/api/v1/imports/{id}/changes",
  undoImport: "/api/v1/imports/{id}/undo",
  importJob: "/api/v1/imports/jobs/{job}",
  mappings: "/api/v1/mappings",
  mapping: "/api/v1/mappings/{name}",
  token: "/api/v1/token",
  openApi: "/api/v1/openapi.json",
  health: "/healthz",
  ready: "/readyz",
  metrics: "/metrics",
} as const;

/** The parts that a path leaves open: `{dataset}`, `{key}`. */
export type PartsOf<Path extends string> = Path extends `${string}{${infer Part}}${infer Rest}`
  ? Record<Part, string> & PartsOf<Rest>
  : unknown;

/** The path with its parts filled in, each escaped. */
export function fillPath(path: string, parts: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ""));
}
