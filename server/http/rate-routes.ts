import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { daysBetween } from "../contract/period.ts";
import type { LatestRates, Leg, Rate } from "../contract/rate.ts";
import { changeBetween, percentBetween } from "../domain/derive-rate.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { findPaths } from "../domain/rate-path.ts";
import type { Reader } from "../sql/database.ts";
import { selectPairs } from "../sql/select-rates.ts";
import type { AsOf } from "../sql/visible.ts";
import { type AnswerParts, answering, jsonContent } from "./answer.ts";
import { type LatestRate, readLatest } from "./read-rates.ts";
import { route } from "./route.ts";

/** The newest rates of a base currency. */
export function rateRoutes(parts: AnswerParts): Router {
  return Router().get(
    route(endpoints.latestRates.path),
    answering(parts, endpoints.latestRates, (db, { query, asOf, today }) => {
      const { base, quotes, source = null, date = null } = query;
      return {
        scope: { dataset: "FX" },
        dependsOnToday: date === null,
        body: async () => {
          const day = date ?? today;
          const found = await latestOf(db, base, quotes, { asOf, date, source });
          const rates = found.flatMap(([quote, latest]) =>
            latest ? [toRate(base, quote, latest, day)] : [],
          );
          const missing = found.flatMap(([quote, latest]) => (latest ? [] : [quote]));
          if (rates.length === 0)
            throw new KursError(
              "no-rate",
              `No source gives a rate of ${base} in ${missing.join(", ")}.`,
            );
          return jsonContent<LatestRates>({ base, date: day, rates, missing });
        },
      };
    }),
  );
}

interface Question {
  asOf: AsOf;
  date: string | null;
  source: string | null;
}

type Found = readonly [quote: string, latest: LatestRate | null];

async function latestOf(
  db: Reader,
  base: string,
  quotes: readonly string[],
  question: Question,
): Promise<Found[]> {
  const pairs = await selectPairs(db, [base, ...quotes], question.source);
  const found: Found[] = [];
  for (const quote of new Set(quotes)) {
    found.push([
      quote,
      await readLatest(db, question.asOf, findPaths(pairs, base, quote), question.date),
    ]);
  }
  return found;
}

function toRate(
  base: string,
  quote: string,
  { path, newest, previous }: LatestRate,
  day: string,
): Wire<Rate> {
  const isPublished = path.method === "published";
  return {
    base,
    quote,
    rate: exact(newest.rate),
    decimals: newest.decimals,
    date: newest.date,
    ageDays: daysBetween(newest.date, day),
    method: path.method,
    legs: path.legs.map((leg, i): Wire<Leg> => {
      const { value = "", period = "" } = newest.legs[i] ?? {};
      const { series, base: from, quote: to } = leg.pair;
      return { series, base: from, quote: to, rate: exact(value), date: period };
    }),
    source: path.source,
    previous: previous && { rate: exact(previous.rate), date: previous.date },
    change: previous && exact(changeBetween(previous.quantity, newest.quantity, isPublished)),
    changePercent: previous && exact(percentBetween(previous.quantity, newest.quantity)),
  };
}
