/** The tokens that a canvas needs, resolved to colours that it understands. */
export interface Colors {
  surface: string;
  ink: string;
  ink2: string;
  ink3: string;
  rule: string;
  grid: string;
  up: string;
  down: string;
  /** By slot, from 1; the second ink for what has no slot. */
  line: (slot: number | null) => string;
  /** The same hues, dark or light enough for text. */
  text: (slot: number | null) => string;
}

/**
 * Reads the tokens through `probe`, an element of the page: a canvas knows no `var()`, and the computed value of a
 * custom property would still be the text `light-dark(…)`. The colours are those of the probe's theme now.
 */
export function resolveColors(probe: HTMLElement): Colors {
  const token = (name: string) => {
    probe.style.color = `var(--kurs-${name})`;
    return getComputedStyle(probe).color;
  };
  const slots = [1, 2, 3, 4, 5, 6, 7, 8];
  const lines = slots.map((slot) => token(`series-${slot}`));
  const texts = slots.map((slot) => token(`series-${slot}-text`));
  const ink2 = token("ink-2");
  const inSlot = (colors: readonly string[]) => (slot: number | null) =>
    colors[(slot ?? 0) - 1] ?? ink2;
  return {
    surface: token("surface"),
    ink: token("ink"),
    ink2,
    ink3: token("ink-3"),
    rule: token("rule"),
    grid: token("grid"),
    up: token("up"),
    down: token("down"),
    line: inSlot(lines),
    text: inSlot(texts),
  };
}
