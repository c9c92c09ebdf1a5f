import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { titleIn } from "../contract/language.ts";
import { frequencies } from "../contract/period.ts";
import { CurrencyCode } from "../contract/query.ts";
import { KursError } from "../domain/kurs-error.ts";
import { findPath } from "../domain/rate-path.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectMembers } from "../sql/select-datasets.ts";
import { selectPairs } from "../sql/select-rates.ts";
import { readAsOf } from "./as-of.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { readRates } from "./read-rates.ts";
import { route } from "./route.ts";
import { formatOf, sendObservations } from "./send-observations.ts";

/** The rates of any pair that a source gives a path to, like a series. */
export function pairRoutes(pool: Pool, now: () => Date): Router {
  return Router().get(route(endpoints.pairObservations.path), async (req, res) => {
    const query = parse(endpoints.pairObservations.query, req.query);
    const { asOf, source = null, start = null, end = null, last = null } = query;
    const [base, quote] = readPair(req.params.pair);

    const [path, rates, members] = await reading(pool, async (db) => {
      const found = findPath(await selectPairs(db, [base, quote], source), base, quote);
      if (!found) throw new KursError("no-rate", `No source gives a rate of ${base} in ${quote}.`);
      const visible = await readAsOf(db, asOf, now());
      return [
        found,
        await readRates(db, visible, found, { start, end, last }),
        await selectMembers(db, "FX"),
      ] as const;
    });

    const language = languageOf(req, query.lang);
    const nameOf = (code: string) => {
      const member = members.find(
        (candidate) => candidate.dimension === "BASE" && candidate.code === code,
      );
      return member ? titleIn(member.title, language) : code;
    };
    const head = {
      series: `${base}-${quote}`,
      title: `${nameOf(base)} / ${nameOf(quote)}`,
      frequency: frequencies.find((frequency) => frequency === path.legs[0]?.pair.frequency) ?? "D",
      unit: quote,
      decimals: Math.max(0, ...rates.map(({ decimals }) => decimals)),
      source: path.source,
      method: path.method,
    };
    const observations = rates.map(({ date, rate }) => ({
      period: date,
      value: rate,
      status: "A" as const,
    }));
    sendObservations(
      res,
      formatOf(query.format, req.accepts("json", "text/csv")),
      head,
      observations,
    );
  });
}

function readPair(pair: string): [base: string, quote: string] {
  const codes = pair.split("-").map((code) => CurrencyCode.safeParse(code));
  const [base, quote] = codes;
  if (codes.length === 2 && base?.success && quote?.success) return [base.data, quote.data];
  throw new KursError("no-rate", `${pair} is no pair of currencies; write it as USD-KGS.`);
}
