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

/** The colour slot (1 to 8) of a currency, a country or a region of it (`KZ-15`); null for what has no colour of its own. */
export function entitySlot(code: string): number | null {
  return slots[code.replace(/-.*$/, "")] ?? null;
}
