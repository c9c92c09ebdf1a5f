import type { Endpoint, Endpoints } from "../../contract/endpoints.ts";
import { type Problem, type ProblemKind, problems } from "../../contract/problem.ts";

/** When a problem occurs, and what an answer then says besides its kind. */
interface ProblemText {
  meaning: string;
  body: Omit<Problem, "type" | "title" | "status">;
}

const texts: Readonly<Record<ProblemKind, ProblemText>> = {
  "invalid-query": {
    meaning: "A parameter is unknown, repeated, missing or out of range; `errors` names it.",
    body: {
      detail: "quots is not a parameter here",
      errors: [{ parameter: "quots", message: "quots is not a parameter here" }],
    },
  },
  "invalid-body": {
    meaning: "What was sent is not what is taken here; `errors` names the members.",
    body: { detail: "The form has no part named file." },
  },
  "malformed-request": {
    meaning: "What came is not HTTP as its standard has it; the connection ends.",
    body: {},
  },
  unauthorized: {
    meaning: "Writing needs a token that is in force.",
    body: { detail: "Writing needs a token: send the header Authorization: Bearer kurs_…." },
  },
  forbidden: {
    meaning: "A page of another site asks to write: its `Origin` is not this server's.",
    body: { detail: "Pages of https://example.com may not write here." },
  },
  "not-found": {
    meaning: "There is nothing with this name or number.",
    body: { detail: "There is no import 99." },
  },
  "unknown-series": {
    meaning: "No series has this name.",
    body: { detail: "No series has the name FX/D.USD.XXX.MARKET." },
  },
  "unknown-dataset": {
    meaning: "No dataset has this code.",
    body: { detail: "No dataset has the code FXX." },
  },
  "no-rate": {
    meaning: "No source gives a rate for the pair, or none within 14 days of the date.",
    body: { detail: "No source gives a rate of XAU in KGS." },
  },
  "method-not-allowed": {
    meaning: "The path has other methods; `Allow` names them.",
    body: { detail: "/api/v1/datasets takes GET, HEAD, OPTIONS." },
  },
  "not-acceptable": {
    meaning: "`Accept` allows no format that there is.",
    body: { detail: "This comes as application/json, text/csv, application/x-ndjson." },
  },
  "request-timeout": {
    meaning: "The headers or the body did not come in time; the connection ends.",
    body: {},
  },
  conflict: {
    meaning: "What is asked for contradicts what is stored.",
    body: { detail: "Import 7 has been undone already, by import 8." },
  },
  "too-large": {
    meaning: "More bytes than this server takes.",
    body: {
      detail:
        "The file is larger than 268435456 bytes, the most that this server takes (IMPORT_MAX_BYTES).",
    },
  },
  "address-too-long": {
    meaning: "The address has more than 12,000 characters.",
    body: { detail: "An address has up to 12,000 characters." },
  },
  "unsupported-media": {
    meaning: "`Content-Type` is not a kind that is taken here.",
    body: {
      detail:
        "Kurs takes text/csv, text/plain or application/gzip, or a form with a file; this is application/pdf.",
    },
  },
  "unreadable-file": {
    meaning: "The file is no table, is cut off, or is empty.",
    body: { detail: "The file is sent as gzip, but its bytes are not, or are cut off." },
  },
  "rejected-rows": {
    meaning: "Rows were refused, so nothing was stored; `report` or `errors` tells each line.",
    body: { detail: "Some events cannot be read, so none was stored." },
  },
  "needs-mapping": {
    meaning: "The file does not say enough: `recognised` and `missing` tell what is to be mapped.",
    body: {
      detail: "Neither the file nor the request says who publishes it.",
      missing: ["source"],
    },
  },
  "too-many-requests": {
    meaning: "Ask again after the seconds of `Retry-After`.",
    body: { detail: "Too many requests from this address." },
  },
  "headers-too-large": {
    meaning: "More than 100 headers, or over 16 kB of them with the address.",
    body: { detail: "A request has up to 100 headers." },
  },
  internal: {
    meaning: "A fault of the server; its log has it under the answer's `X-Request-Id`.",
    body: {},
  },
  unavailable: {
    meaning: "The database is away just now; ask again after the seconds of `Retry-After`.",
    body: { detail: "The database cannot be reached just now; try again in a few seconds." },
  },
  "storage-full": {
    meaning: "There is no room left to write; nothing was stored, and reading goes on.",
    body: { detail: "The server has no room left on its disk; nothing was stored." },
  },
};

/** Every kind of problem as an example of OpenAPI: when it occurs, and what it looks like. */
export const problemExamples = Object.fromEntries(
  Object.entries(texts).map(([kind, { meaning, body }]) => [
    kind,
    {
      summary: problems[kind as ProblemKind].title,
      description: meaning,
      value: { type: `/problems/${kind}`, ...problems[kind as ProblemKind], ...body },
    },
  ]),
);

/** What only some endpoints answer. */
const special: Partial<Record<keyof Endpoints, readonly ProblemKind[]>> = {
  seriesList: ["unknown-dataset"],
  aligned: ["unknown-series"],
  receipt: ["unknown-series", "not-found"],
  latestRates: ["no-rate"],
  convert: ["no-rate"],
  importChanges: ["not-found"],
  postImport: ["unknown-dataset", "conflict", "unreadable-file", "rejected-rows", "needs-mapping"],
  importEvents: ["unreadable-file", "rejected-rows"],
  postUndo: ["conflict"],
  deleteImportJob: ["conflict"],
};

/** The problems that an endpoint may answer with, in the order of their statuses. */
export function problemsOf(name: keyof Endpoints, endpoint: Endpoint): ProblemKind[] {
  const { path, query } = endpoint;
  const isApi = path.startsWith("/api/");
  const writes = endpoint.method !== "get";
  const takesBody = "body" in endpoint || takesFile(name) || name === "putMapping";
  const found: [boolean, ProblemKind[]][] = [
    [true, ["malformed-request", "address-too-long", "too-many-requests", "headers-too-large"]],
    [isApi, ["invalid-query", "internal"]],
    [name !== "health" && name !== "metrics", ["unavailable"]],
    [needsToken(name, endpoint), ["unauthorized"]],
    [writes, ["forbidden", "storage-full"]],
    [takesBody, ["invalid-body", "request-timeout", "too-large", "unsupported-media"]],
    ["format" in query.shape, ["not-acceptable"]],
    [path.includes("{key}"), ["unknown-series"]],
    [path.includes("{pair}"), ["no-rate"]],
    [/\{(code|id|job|name)\}/.test(path) && name !== "putMapping", ["not-found"]],
    [path.endsWith("{dataset}"), ["unknown-dataset"]],
    [true, [...(special[name] ?? [])]],
  ];
  const kinds = new Set(found.flatMap(([occurs, own]) => (occurs ? own : [])));
  return (Object.keys(problems) as ProblemKind[]).filter((kind) => kinds.has(kind));
}

/** Whether an endpoint answers those only who have a token: all that writes, and what tells whose a token is. */
export function needsToken(name: keyof Endpoints, { method }: Endpoint): boolean {
  const isOpen: boolean = method === "get" && name !== "token";
  return !isOpen;
}

/** Whether an endpoint takes a file as its body. */
export const takesFile = (name: keyof Endpoints): boolean =>
  name === "postImport" || name === "importEvents";
