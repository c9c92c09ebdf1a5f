import type { endpoints } from "../contract/endpoints.ts";
import type { Language } from "../contract/language.ts";
import { titleIn } from "../contract/titles.ts";
import { CurrencyCode } from "../contract/query.ts";
import { isFinerThan } from "../domain/aggregation-rules.ts";
import { selectDerived } from "../domain/derive-observations.ts";
import { KursError } from "../domain/kurs-error.ts";
import { mostDecimals } from "../domain/decimal.ts";
import { findPaths, type RatePath } from "../domain/rate-path.ts";
import type { Reader } from "../sql/database.ts";
import { selectMembers } from "../sql/select-datasets.ts";
import { type RatesAsOf, selectBroughtPairs, selectPairs } from "../sql/select-rates.ts";
import type { Answer, Question } from "./answer.ts";
import { noRate, refuseUnknownSource } from "./no-rate.ts";
import { derivedHead } from "./observation-head.ts";
import { cutPage, nextAfter, type PagedQuestion, readPlace } from "./observation-page.ts";
import { derivationOf, refuseContradictions, refusedParameter } from "./observation-question.ts";
import { type PathDerivation, readPair } from "./read-pair.ts";
import type { Content } from "./send-content.ts";
import { observationsContent } from "./write-observations.ts";

type PairQuestion = Question<(typeof endpoints)["pairObservations"]> & PagedQuestion;
type Pair = readonly [base: string, quote: string];
type Candidates = readonly [PathDerivation, ...PathDerivation[]];

const scope = { dataset: "FX" };

/** The answer to a question for the rates of a pair. Throws a KursError where there is none. */
export async function askPair(
  db: Reader,
  question: Omit<PairQuestion, "path"> & { path: string },
): Promise<Answer> {
  const { params, query, format } = question;
  const pair = parsePair(params.pair);
  refuseContradictions(query, format);
  const place = readPlace(question);
  const candidates = await findCandidates(db, pair, query, { ...place, moment: question.moment });
  return {
    scope,
    // A page sees the day that the first page saw.
    dependsOnToday: query.frequency !== undefined && query.cursor === undefined,
    body: () => makeContent(db, { question, pair, place, candidates }),
  };
}

function parsePair(pair: string): Pair {
  const codes = pair.split("-").map((code) => CurrencyCode.safeParse(code));
  const [base, quote] = codes;
  if (codes.length === 2 && base?.success && quote?.success) return [base.data, quote.data];
  throw new KursError("no-rate", `${pair} is no pair of currencies; write it as USD-KGS.`);
}

/** The paths that can be told as asked, the best first. Throws "invalid-query" where none can, "no-rate" where there is none. */
async function findCandidates(
  db: Reader,
  [base, quote]: Pair,
  query: PairQuestion["query"],
  seen: RatesAsOf,
): Promise<Candidates> {
  const { source = null, frequency } = query;
  const then = findPaths(await selectPairs(db, seen, [base, quote], source), base, quote);
  // Like a series, a pair of which nothing was known yet, or nothing is left, has an empty list.
  const paths =
    then.length > 0
      ? then
      : findPaths(await selectBroughtPairs(db, [base, quote], source), base, quote);
  const [first] = paths;
  if (!first) {
    await refuseUnknownSource(db, source);
    throw noRate({ base, quotes: [quote], source, date: null });
  }
  const derive = (path: RatePath): PathDerivation => ({
    path,
    derivation: derivationOf(query, {
      name: `${base}-${quote}`,
      frequency: path.frequency,
      kind: "rate",
    }),
  });
  const [best = first, ...others] = paths.filter(
    (path) => !isFinerThan(frequency ?? path.frequency, path.frequency),
  );
  return [derive(best), ...others.map(derive)];
}

async function makeContent(
  db: Reader,
  {
    question,
    pair,
    place,
    candidates,
  }: {
    question: PairQuestion;
    pair: Pair;
    place: ReturnType<typeof readPlace>;
    candidates: Candidates;
  },
): Promise<Content> {
  const { query, format, language } = question;
  const { path, derivation, values } = await readPair(db, place, candidates);
  refuseSum(path, derivation);
  const all = selectDerived(values, derivation);
  const head = {
    series: pair.join("-"),
    title: await titleOf(db, pair, language),
    frequency: path.frequency,
    unit: pair[1],
    decimals: mostDecimals(all.map(({ value }) => value)),
    source: path.source,
    method: path.method,
  };
  const { rows, hasMore } = cutPage(all, place, query);
  const last = rows.at(-1)?.period;
  const next =
    hasMore && last !== undefined ? await nextAfter(db, question, place, { last, scope }) : null;
  const told = derivedHead(head, derivation, all);
  return observationsContent(format, told, rows, { style: query, next });
}

function refuseSum({ method, legs }: RatePath, derivation: PathDerivation["derivation"]): void {
  if (!derivation.isCoarser || derivation.aggregate !== "sum" || method === "published") return;
  const published = legs.map(({ pair }) => `${pair.base}-${pair.quote}`).join(" and ");
  throw refusedParameter("aggregate", `a sum of ${published} cannot be turned round or crossed`);
}

async function titleOf(db: Reader, pair: Pair, language: Language): Promise<string> {
  const members = await selectMembers(db, "FX");
  const names = pair.map((code) => {
    const member = members.find((one) => one.dimension === "BASE" && one.code === code);
    return member ? titleIn(member.title, language) : code;
  });
  return names.join(" / ");
}
