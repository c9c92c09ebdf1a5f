import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { languages } from "../../server/contract/language.ts";
import { type Route, writeRoute } from "./route.ts";

/** A link of a document's head. */
export interface HeadLink {
  rel: "canonical" | "alternate";
  hreflang: string | null;
  href: string;
}

/** The one address of a route, and the same in every language; `x-default` is English. */
export function headLinks(route: Route, origin: string): HeadLink[] {
  const alternates = languages.map((language) => ({
    rel: "alternate" as const,
    hreflang: language,
    href: origin + writeRoute({ ...route, language }),
  }));
  const english = { ...route, language: "en" } as const;
  return [
    { rel: "canonical", hreflang: null, href: origin + writeRoute(route) },
    ...alternates,
    { rel: "alternate", hreflang: "x-default", href: origin + writeRoute(english) },
  ];
}

/** A sentence on what a page shows, for those who find it in a list; `title` is the page's heading. */
export function describePage({ page }: Route, title: string, texts: Strings): string {
  switch (page.name) {
    case "rate":
      return fillText(texts["description.rate"], page);
    case "indicator":
    case "series":
      return fillText(texts[`description.${page.name}`], { title });
    case "not-found":
      return texts["state.notFound"];
    case "import-report":
      return texts["description.import"];
    case "overview":
    case "compare":
    case "events":
    case "sources":
    case "api":
    case "import":
      return texts[`description.${page.name}`];
  }
}

/** Puts links and description into the document's head, instead of those of the page before. */
export function writeHead(links: readonly HeadLink[], description: string): void {
  for (const old of document.head.querySelectorAll("link[rel=canonical], link[rel=alternate]"))
    old.remove();
  document.head.append(...links.map(linkElement));
  document.head.querySelector("meta[name=description]")?.setAttribute("content", description);
}

function linkElement({ rel, hreflang, href }: HeadLink): HTMLLinkElement {
  const link = document.createElement("link");
  Object.assign(link, { rel, href });
  if (hreflang !== null) link.hreflang = hreflang;
  return link;
}
