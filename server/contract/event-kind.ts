/** The kinds of events. No zod here, so that the browser may import it. */
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
