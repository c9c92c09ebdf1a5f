import { z } from "zod";
import { Titles } from "./language.ts";

export const eventKinds = [
  "devaluation",
  "regime",
  "policy",
  "politics",
  "trade",
  "energy",
  "health",
  "security",
  "data",
] as const;
export const EventKind = z.enum(eventKinds);
export type EventKind = z.infer<typeof EventKind>;

/** A dated, sourced fact that explains a movement. */
export const Event = z.strictObject({
  id: z.int(),
  start: z.iso.date(),
  /** The last day of a span; null for a single day. */
  end: z.iso.date().nullable(),
  /** ISO 3166 codes. */
  countries: z.array(z.string()),
  kind: EventKind,
  title: z.string(),
  text: z.string(),
  source: z.strictObject({ name: z.string(), url: z.url().nullable() }),
});
export type Event = z.infer<typeof Event>;

/** Newest first. `total` counts all that match. */
export const Events = z.strictObject({
  events: z.array(Event),
  next: z.string().nullable(),
  total: z.int(),
});
export type Events = z.infer<typeof Events>;

/** An event as it is written: texts by language, English required; a plain text is English. */
export const EventChange = z
  .strictObject({
    start: z.iso.date(),
    end: z.iso.date().nullable().optional(),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(50),
    kind: EventKind,
    title: z.union([
      z
        .string()
        .trim()
        .min(1)
        .transform((en) => ({ en })),
      Titles,
    ]),
    text: z.union([
      z
        .string()
        .trim()
        .min(1)
        .transform((en) => ({ en })),
      Titles,
    ]),
    source: z.strictObject({ name: z.string().trim().min(1), url: z.url().nullable().optional() }),
  })
  .refine(({ start, end }) => !end || start <= end, {
    path: ["end"],
    message: "the event ends before it begins",
  });
export type EventChange = z.output<typeof EventChange>;

/** How many events a file brought, and how many of them were there already. */
export const EventsImported = z.strictObject({ added: z.int(), unchanged: z.int() });
export type EventsImported = z.infer<typeof EventsImported>;
