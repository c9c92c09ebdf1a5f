/** Which of the eight series colours an entity has, on every page: a currency and its country share one. */
const slots: Record<string, number> = {
  KGS: 1,
  KG: 1,
  KZT: 2,
  KZ: 2,
  TJS: 3,
  TJ: 3,
  UZS: 4,
  UZ: 4,
  TMT: 5,
  TM: 5,
  RUB: 6,
  RU: 6,
  CNY: 7,
  CN: 7,
  EUR: 8,
};

/**
 * The marker of each slot at the end of its line, as text and as Chart.js names it: shapes tell lines apart without
 * hues.
 */
const marks = [
  { text: "●", style: "circle", rotation: 0 },
  { text: "■", style: "rect", rotation: 0 },
  { text: "▲", style: "triangle", rotation: 0 },
  { text: "◆", style: "rectRot", rotation: 0 },
  { text: "▼", style: "triangle", rotation: 180 },
  { text: "✚", style: "cross", rotation: 0 },
  { text: "✖", style: "crossRot", rotation: 0 },
  { text: "★", style: "star", rotation: 0 },
] as const;

/**
 * The colour slot (1 to 8) of a currency, a country or a region of it (`KZ-15`); null for what has no colour of its
 * own.
 */
export function entitySlot(code: string): number | null {
  return slots[code.replace(/-.*$/, "")] ?? null;
}

/** The end marker of an entity's line; a circle for what has no slot. */
export function entityMark(code: string): (typeof marks)[number] {
  return marks[(entitySlot(code) ?? 1) - 1] ?? marks[0];
}
