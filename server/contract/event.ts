import { z } from "zod";

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
