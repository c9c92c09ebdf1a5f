/** The tokens that a canvas needs, resolved to colours that it understands. */
export interface Colors {
  /** The reader's own few colours are in force: hues tell no lines apart, so dashes must. */
  forced: boolean;
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
  // A forced colour would hide what is asked for here.
  probe.style.forcedColorAdjust = "none";
  const read = (color: string) => {
    probe.style.color = color;
    return getComputedStyle(probe).color;
  };
  const isForced = matchMedia("(forced-colors: active)").matches;
  return isForced ? forcedColors(read) : themeColors((name) => read(`var(--kurs-${name})`));
}

/** The colours of the light theme, whatever the page has, for what leaves it. */
export function paperColors(probe: HTMLElement): Colors {
  const root = document.documentElement;
  const theme = root.getAttribute("data-theme");
  // Tokens are resolved at the root: no other element can have the other theme. Nothing is painted in between.
  root.setAttribute("data-theme", "light");
  const colors = themeColors((name) => {
    probe.style.color = `var(--kurs-${name})`;
    return getComputedStyle(probe).color;
  });
  if (theme === null) root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", theme);
  return colors;
}

function forcedColors(read: (color: string) => string): Colors {
  const [surface, ink, grid] = [read("Canvas"), read("CanvasText"), read("GrayText")];
  const line = () => ink;
  const [rule, up] = [ink, ink];
  const shades = { ink, ink2: ink, ink3: ink, rule, grid, up, down: ink };
  return { forced: true, surface, ...shades, line, text: line };
}

function themeColors(token: (name: string) => string): Colors {
  const slots = [1, 2, 3, 4, 5, 6, 7, 8];
  const lines = slots.map((slot) => token(`series-${slot}`));
  const texts = slots.map((slot) => token(`series-${slot}-text`));
  const ink2 = token("ink-2");
  const inSlot = (colors: readonly string[]) => (slot: number | null) =>
    colors[(slot ?? 0) - 1] ?? ink2;
  return {
    forced: false,
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
