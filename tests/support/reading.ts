import type { Page } from "playwright-core";
import { untilStill } from "./still-page.ts";

/** A piece of text as a reader meets it: what is written, and the language that the page says it is in. */
export interface Run {
  text: string;
  language: string;
}

/** What a page shows at its present width. */
export interface Reading {
  /** Of the document. */
  language: string;
  runs: Run[];
  /** Words that are cut off or stand beyond the right edge. */
  clipped: string[];
  /** How far the page can be scrolled to the side, in pixels. */
  sideways: number;
}

/** Reads all that is shown, inside the components too, but code. */
export async function readPage(page: Page): Promise<Reading> {
  return page.evaluate(() => {
    const runs: { text: string; language: string }[] = [];
    const clipped: string[] = [];
    const above = (node: Node) =>
      (node instanceof Element ? node.assignedSlot : null) ??
      (node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode);
    const scrolls = (element: Element) => {
      for (let at: Node | null = element; at instanceof Element; at = above(at))
        if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const isCut = (element: Element) => {
      const { right, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // What is there for screen readers alone is one pixel wide, or clipped away.
      if (width <= 1 || height <= 1 || style.clipPath !== "none" || scrolls(element)) return false;
      const overflows = style.display !== "inline" && element.scrollWidth > element.clientWidth + 1;
      return right > innerWidth + 1 || overflows;
    };
    const read = (node: Node, language: string) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = (node.textContent ?? "")
          .replace(/\s+/g, (space) => (space.includes("\u00a0") ? "\u00a0" : " "))
          .trim();
        if (text !== "") runs.push({ text, language });
        return;
      }
      if (node instanceof Element) {
        if (node.matches("style, script, pre, code, textarea, noscript, kurs-code")) return;
        if (!node.checkVisibility({ visibilityProperty: true })) return;
        const own = node.getAttribute("lang") ?? language;
        const hasText = [...node.childNodes].some(
          (child) => child.nodeType === Node.TEXT_NODE && (child.textContent ?? "").trim() !== "",
        );
        if (hasText && !node.matches("option, svg *") && isCut(node))
          clipped.push(`${node.localName}: ${node.textContent.trim().slice(0, 60)}`);
        for (const child of (node.shadowRoot ?? node).childNodes) read(child, own);
        return;
      }
      for (const child of node.childNodes) read(child, language);
    };
    const { lang } = document.documentElement;
    read(document.body, lang);
    const sideways = document.documentElement.scrollWidth - innerWidth;
    return { language: lang, runs, clipped, sideways };
  });
}

/** Goes from page to page by the router, as links do, and waits each time until the page is still. */
export function followRoutes(page: Page): (path: string) => Promise<void> {
  return async (path) => {
    await page.evaluate((address) => {
      history.pushState(null, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
    }, path);
    await untilStill(page);
  };
}
