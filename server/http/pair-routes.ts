import { Router } from "express";
import { endpoints } from "../contract/endpoints.ts";
import { titleIn } from "../contract/language.ts";
import { CurrencyCode } from "../contract/query.ts";
import { KursError } from "../domain/kurs-error.ts";
import { findPaths } from "../domain/rate-path.ts";
import { selectMembers } from "../sql/select-datasets.ts";
import { selectPairs } from "../sql/select-rates.ts";
import { type AnswerParts, answering } from "./answer.ts";
import { readBestRates } from "./read-rates.ts";
import { route } from "./route.ts";
import { observationsContent } from "./write-observations.ts";

/** The rates of any pair that a source gives a path to, like a series. */
export function pairRoutes(parts: AnswerParts): Router {
  return Router().get(
    route(endpoints.pairObservations.path),
    answering(parts, endpoints.pairObservations, async (db, question) => {
      const { params, query, language, asOf, format } = question;
      const { source = null, start = null, end = null, last = null } = query;
      const [base, quote] = readPair(params.pair);
      const pairs = await selectPairs(db, [base, quote], source);
      const [best, ...others] = findPaths(pairs, base, quote);
      if (!best) throw new KursError("no-rate", `No source gives a rate of ${base} in ${quote}.`);
      return {
        scope: { dataset: "FX" },
        body: async () => {
          const { path, rates } = await readBestRates(db, asOf, [best, ...others], {
            start,
            end,
            last,
          });
          const members = await selectMembers(db, "FX");
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
          return observationsContent(format, head, observations);
        },
      };
    }),
  );
}

function readPair(pair: string): [base: string, quote: string] {
  const codes = pair.split("-").map((code) => CurrencyCode.safeParse(code));
  const [base, quote] = codes;
  if (codes.length === 2 && base?.success && quote?.success) return [base.data, quote.data];
  throw new KursError("no-rate", `${pair} is no pair of currencies; write it as USD-KGS.`);
}
