import type { Page } from "playwright-core";

/** What a reader can see of an element, and press. Boxes are in CSS pixels, from the top of the page. */
export interface SeenElement {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The size of its text as it is drawn; null where it has none of its own. */
  textSize: number | null;
  isTarget: boolean;
  /** A link within a sentence: its line gives it its height. */
  isInSentence: boolean;
}

/** All visible elements of a page, within components too. */
export async function seenElements(page: Page): Promise<SeenElement[]> {
  return page.evaluate(() => {
    const found: SeenElement[] = [];
    const hasText = (node: Node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim();
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) look(element.shadowRoot);
        const { x, y, width, height } = element.getBoundingClientRect();
        const isSeen = element.checkVisibility({ visibilityProperty: true }) && width > 1;
        if (!isSeen || element.closest(".spoken, option, select > *")) continue;
        const style = getComputedStyle(element);
        const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
        const own = [...element.childNodes].some(hasText);
        const around = element.parentElement ? [...element.parentElement.childNodes] : [];
        found.push({
          name: `${element.localName}.${element.getAttribute("class") ?? ""} ${element.textContent.trim().slice(0, 40)}`,
          ...{ x, y: y + scrollY, width, height },
          textSize: own ? parseFloat(style.fontSize) * scale : null,
          isTarget: element.matches("a[href], button, input, select, summary, [role=slider]"),
          isInSentence: style.display === "inline" && around.some(hasText),
        });
      }
    };
    look(document.body);
    return found;
  });
}

/** How far a page is wider than its window, in CSS pixels; 0 where it fits. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
}

/** One stop of the Tab key: what has the focus, where, and its ring. */
export interface TabStop {
  name: string;
  role: string;
  x: number;
  y: number;
  ring: number | null;
  isCovered: boolean;
  /** Within a part of the page that scrolls by itself. */
  isInRegion: boolean;
}

/** Presses Tab until the focus leaves the page; at most `most` times. */
export async function tabStops(page: Page, most = 200): Promise<TabStop[]> {
  const stops: TabStop[] = [];
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      if (!focused || focused === document.body) return null;
      // Of a link that goes on on another line, the first.
      const [first] = focused.getClientRects();
      const { x, y, width, height } = first ?? focused.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const at = [x + Math.min(width / 2, 20), y + Math.min(height / 2, 12)] as const;
      let on = document.elementFromPoint(...at);
      while (
        on?.shadowRoot?.elementFromPoint(...at) &&
        on.shadowRoot.elementFromPoint(...at) !== on
      )
        on = on.shadowRoot.elementFromPoint(...at);
      let isCovered = true;
      for (let node: Node | null = on; node; node = node.parentNode ?? (node as ShadowRoot).host)
        if (node === focused) isCovered = false;
      return {
        name: `${focused.localName} ${focused.getAttribute("aria-label") ?? focused.textContent.trim().slice(0, 40)}`,
        role: focused.getAttribute("role") ?? "",
        ...{ x, y: y + scrollY },
        // Null on the calendar of a date field, which is the browser's own part of it.
        ring: !focused.matches(":focus")
          ? null
          : outlineStyle === "none"
            ? 0
            : parseFloat(outlineWidth),
        isCovered,
        isInRegion: focused.closest("[role=region]") !== null,
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`${most} stops, and the page has not been left`);
}
