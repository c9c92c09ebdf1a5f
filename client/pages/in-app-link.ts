import { isLanguage } from "../strings/strings.ts";

/** The address that a click leads to when it is one of our own pages and the browser would open it right here; else null. */
export function inAppHref(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || link.target !== "" || link.hasAttribute("download")) return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  const ours = origin === location.origin && isLanguage(pathname.split("/")[1] ?? "");
  return ours && hash === "" ? pathname + search : null;
}
