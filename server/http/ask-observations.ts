import type { endpoints } from "../contract/endpoints.ts";
import { deriveObservations } from "../domain/derive-observations.ts";
import type { Reader } from "../sql/database.ts";
import { selectObservations } from "../sql/select-observations.ts";
import type { SeriesRow } from "../sql/select-series.ts";
import { streamObservations } from "../sql/stream-observations.ts";
import type { Answer, Question } from "./answer.ts";
import { findSeries } from "./find-series.ts";
import { derivedHead, headOf } from "./observation-head.ts";
import {
  boundsAfter,
  cutPage,
  nextAfter,
  type PagedQuestion,
  type Place,
  readPlace,
} from "./observation-page.ts";
import {
  type Derivation,
  derivationOf,
  refuseContradictions,
  refusedParameter,
} from "./observation-question.ts";
import type { Content } from "./send-content.ts";
import { streamedContent } from "./stream-content.ts";
import type { StreamSlots } from "./stream-slots.ts";
import {
  type Head,
  observationsContent,
  observationScribe,
  type OutgoingObservation,
} from "./write-observations.ts";

/** More are sent as they are read, in constant memory. */
export const mostInMemory = 50_000;

/** To derive values takes all of a series at once; five centuries of days are enough. */
const mostDerived = 200_000;

type ObservationsQuestion = Question<(typeof endpoints)["observations"]>;

/** All that making the answer takes. */
interface Asked {
  db: Reader;
  question: ObservationsQuestion & PagedQuestion;
  series: SeriesRow;
  derivation: Derivation;
  place: Place;
  head: Head;
  slots: StreamSlots;
}

/** The answer to a question for the observations of a stored series. Throws a KursError where there is none. */
export async function askObservations(
  db: Reader,
  asked: ObservationsQuestion & { path: string },
  slots: StreamSlots,
): Promise<Answer> {
  const question = { ...asked };
  const { query, format, params, language } = question;
  refuseContradictions(query, format);
  const place = readPlace(question);
  const series = await findSeries(db, place.asOf, params);
  const name = `${series.dataset}/${series.key}`;
  const derivation = derivationOf(query, { ...series, name });
  const head = headOf(series, language);
  return {
    scope: { series: [series.seriesId] },
    // A page sees the day that the first page saw.
    dependsOnToday: derivation.isCoarser && query.cursor === undefined,
    body: () => makeContent({ db, question, series, derivation, place, head, slots }),
  };
}

function makeContent(asked: Asked): Promise<Content> | Content {
  const { question, series, derivation } = asked;
  if (derivation.isCoarser || derivation.units !== "lin") return derivedContent(asked);
  const isBounded = question.query.limit !== undefined || derivation.last !== null;
  return isBounded || series.observationCount <= mostInMemory
    ? plainContent(asked)
    : streamContent(asked);
}

async function derivedContent(asked: Asked): Promise<Content> {
  const { db, series, derivation, place } = asked;
  if (series.observationCount > mostDerived) {
    const parameter = derivation.isCoarser ? "frequency" : "units";
    throw refusedParameter(parameter, `takes at most ${mostDerived} observations of a series`);
  }
  const whole = { start: null, end: null, most: null, from: "first" } as const;
  const found = await selectObservations(db, place.asOf, [series.seriesId], whole);
  const all = deriveObservations(found.get(series.seriesId) ?? [], series, derivation, place.today);
  return pageContent({ ...asked, head: derivedHead(asked.head, derivation, all) }, all);
}

/** Of as many rows as the page has, and one more to know whether it is the last. */
async function plainContent(asked: Asked): Promise<Content> {
  const { db, series, derivation, place, question } = asked;
  const { last, order } = derivation;
  const { limit } = question.query;
  const bounds = last === null ? boundsAfter(place, question.query) : derivation;
  const most = last ?? (limit === undefined ? null : limit + 1);
  const found = await selectObservations(db, place.asOf, [series.seriesId], {
    ...bounds,
    most,
    from: last !== null || order === "desc" ? "last" : "first",
  });
  const rows = found.get(series.seriesId) ?? [];
  return pageContent(asked, order === "desc" ? rows.reverse() : rows);
}

async function pageContent(
  { db, question, series, place, head }: Asked,
  all: readonly OutgoingObservation[],
): Promise<Content> {
  const { query, format } = question;
  const { rows, hasMore } = cutPage(all, place, query);
  const last = rows.at(-1)?.period;
  const scope = { series: [series.seriesId] };
  const next =
    hasMore && last !== undefined ? await nextAfter(db, question, place, { last, scope }) : null;
  return observationsContent(format, head, rows, { style: query, next });
}

function streamContent({ db, question, series, derivation, place, head, slots }: Asked): Content {
  const { query, format } = question;
  const scribe = observationScribe(format, head, { style: query });
  const { order } = derivation;
  const batches = streamObservations(db, place.asOf, [series.seriesId], {
    ...boundsAfter(place, query),
    order,
  });
  return streamedContent(format, scribe, batches, slots);
}
