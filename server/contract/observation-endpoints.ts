import { z } from "zod";
import { AlignedObservations, Observations } from "./observation.ts";
import { paths } from "./paths.ts";
import { dated, listOf, observationQuery, titled } from "./query.ts";
import { Receipt } from "./receipt.ts";

/** The endpoints of values: one series, several on one axis, and where one number came from. */
export const observationEndpoints = {
  observations: {
    method: "get",
    path: paths.observations,
    summary: "The observations of a series",
    query: z.strictObject(observationQuery),
    response: Observations,
  },
  aligned: {
    method: "get",
    path: paths.aligned,
    summary: "Several series on one axis of periods, each with a transform of its own if it likes",
    query: z.strictObject({
      ...observationQuery,
      series: listOf(z.string().max(500), 50).meta({
        description: "Up to 50 names, each perhaps with a transform: FX/D.USD.KGS.MARKET:pch",
      }),
    }),
    response: AlignedObservations,
  },
  receipt: {
    method: "get",
    path: paths.receipt,
    summary: "Where one number came from, and every version of it",
    query: z.strictObject({ ...titled, ...dated }),
    response: Receipt,
  },
} as const;
