import type { Endpoint, Endpoints } from "../../contract/endpoints.ts";
import { addressOfExample, examples } from "../../contract/examples.ts";
import { bodyOf } from "./bodies.ts";
import { parametersOf } from "./parameters.ts";
import { needsToken } from "./problems.ts";
import { responsesOf } from "./responses.ts";
import type { ContractSchemas } from "./schemas.ts";

type Name = keyof Endpoints;

/** The groups of endpoints, in the order in which a reader meets them; a path is of the first that it fits. */
const groups = [
  { name: "Rates", description: "Rates of any pair, newest or all.", paths: /^\/api\/v1\/rates\// },
  {
    name: "Observations",
    description: "Values of series, and where each came from.",
    paths: /\/observations/,
  },
  {
    name: "Catalogue",
    description: "Datasets, series and who publishes them.",
    paths: /^\/api\/v1\/(datasets|series|sources)/,
  },
  { name: "Events", description: "Dated, sourced facts.", paths: /^\/api\/v1\/events/ },
  {
    name: "Imports",
    description: "Files in, their reports, and taking them back.",
    paths: /^\/api\/v1\/(imports|mappings|changes|token)/,
  },
  {
    name: "Server",
    description: "The description of the API, and how the server does.",
    paths: /^\//,
  },
];

/** The groups as OpenAPI has them. */
export const tags = groups.map(({ name, description }) => ({ name, description }));

/** What a summary leaves open. */
const notes: Partial<Record<Name, string>> = {
  latestRates:
    "Units of the quote currency for one unit of `base`. A quote to which no path leads is in `missing`; when no quote has one, the answer is `no-rate`. Without `date` the newest rate is given however old, and `ageDays` tells its age.",
  pairObservations:
    "Published where the pair is published, else inverse, else cross through the currency that the source quotes against. A range is of one source. All parameters of observations apply.",
  convert:
    "Made with the published legs and rounded once, to `decimals` or the smallest unit of `to`.",
  observations:
    "Order of work: aggregate, transform, cut to the range, then `last`, `order`, `limit`. JSON numbers carry exactly the stored digits. CSV has `period,value,status` and, when aggregated, `count`.",
  aligned:
    "Values of all series on one axis of periods, null where one has none. A suffix gives a series a transform of its own: `FX/D.USD.KGS.MARKET:pch`. CSV is wide.",
  receipt: "The current value and every version, newest first: import, file, line and its text.",
  seriesList:
    "Filters join with and. `key` is a mask; `q` searches codes and titles in every language.",
  changes:
    "One event for each import that commits: its number, the series that it changed and their ranges. `Last-Event-ID` resumes; a comment every 25 s keeps the connection.",
  postImport:
    "Send the file as the body, or as the part `file` of a form with `mapping` beside it. An import is one transaction: all of it or none. `Prefer: respond-async` answers with a job at once. The report of a dry run has a `preview` of what was read and of what would be new.",
  postUndo: "What a later import has revised since stays as that import left it.",
  putSource: "An import with a new source makes one of that name; it is completed here.",
  putMapping: "Each part is optional where it can be recognised.",
  importEvents: "The columns are those of `fixtures/events.csv`; `lang` may be left out.",
};

/** An endpoint as an operation of OpenAPI. */
export function operationOf(name: Name, endpoint: Endpoint, schemas: ContractSchemas) {
  const { path, summary } = endpoint;
  const requestBody = bodyOf(name, endpoint);
  const description = [notes[name], exampleLines(name)].filter((text) => text).join("\n\n");
  return {
    operationId: name,
    tags: groups
      .filter(({ paths }) => paths.test(path))
      .slice(0, 1)
      .map((group) => group.name),
    summary,
    ...(description !== "" && { description }),
    parameters: parametersOf(name, path, schemas.queryOf(name)),
    ...(requestBody && { requestBody }),
    ...(needsToken(name, endpoint) && { security: [{ token: [] }] }),
    responses: responsesOf(name, endpoint, schemas.answerOf(name)),
  };
}

function exampleLines(name: Name): string {
  return examples
    .filter(({ endpoint }) => endpoint === name)
    .map((example) => `Example: \`GET ${addressOfExample(example)}\` – ${example.why}`)
    .join("\n\n");
}
