import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { titleIn } from "../contract/language.ts";
import { CurrencyCode } from "../contract/query.ts";
import { KursError } from "../domain/kurs-error.ts";
import { findPaths } from "../domain/rate-path.ts";
import { type Pool, reading } from "../sql/database.ts";
import { selectMembers } from "../sql/select-datasets.ts";
import { selectPairs } from "../sql/select-rates.ts";
import { readAsOf } from "./as-of.ts";
import { languageOf } from "./language.ts";
import { parse } from "./parse.ts";
import { readBestRates } from "./read-rates.ts";
import { route } from "./route.ts";
import { formatOf, sendObservations } from "./send-observations.ts";

/** The rates of any pair that a source gives a path to, like a series. */
export function pairRoutes(pool: Pool, now: () => Date): Router {
  return Router().get(route(endpoints.pairObservations.path), async (req, res) => {
    const query = parse(endpoints.pairObservations.query, req.query);
    const { asOf, source = null, start = null, end = null, last = null } = query;
    const [base, quote] = readPair(req.params.pair);

    const { path, rates, members } = await reading(pool, async (db) => {
      const [best, ...others] = findPaths(
        await selectPairs(db, [base, quote], source),
        base,
        quote,
      );
      if (!best) throw new KursError("no-rate", `No source gives a rate of ${base} in ${quote}.`);
      const visible = await readAsOf(db, asOf, now());
      const found = await readBestRates(db, visible, [best, ...others], { start, end, last });
      return { ...found, members: await selectMembers(db, "FX") };
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
      frequency: path.frequency,
      unit: quote,
      decimals: rates.reduce(
        (most, rate) => (rate.rate === null ? most : Math.max(most, rate.decimals)),
        0,
      ),
      source: path.source,
      method: path.method,
    };
    const observations = rates.map(({ date, rate, status }) => ({
      period: date,
      value: rate,
      status,
    }));
    sendObservations(res, formatOf(req, res, query.format), head, observations);
  });
}

function readPair(pair: string): [base: string, quote: string] {
  const codes = pair.split("-").map((code) => CurrencyCode.safeParse(code));
  const [base, quote] = codes;
  if (codes.length === 2 && base?.success && quote?.success) return [base.data, quote.data];
  throw new KursError("no-rate", `${pair} is no pair of currencies; write it as USD-KGS.`);
}
