import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "../contract/language.ts";

interface ShellText {
  title: string;
  description: string;
}
interface ShellTexts {
  window: string;
  pages: Readonly<Record<string, ShellText>>;
}

/** Pages of one pair or dataset: without it they are the overview. Their addresses have small letters. */
const needsName = new Set(["rates", "indicators"]);

/** A page as it is asked for: `path` is what follows the language, `search` the query with its `?`. */
export interface ShellQuestion {
  origin: string;
  language: Language;
  path: string;
  search: string;
}

/** The shell of a page: HTML that says its language, title, address and other languages before any script runs. */
interface Shell {
  html: string;
  /** False where the path names no page, which the page that is shown then says. */
  isPage: boolean;
}

/** Writes the shell of a page. */
export type WriteShell = (question: ShellQuestion) => Shell;

/** Reads shell and texts of the built client. Throws when they are not there. */
export function readShell(folder: string): WriteShell {
  const shell = readFileSync(join(folder, "index.html"), "utf8");
  const texts = JSON.parse(
    readFileSync(join(folder, ".vite/shell-texts.json"), "utf8"),
  ) as Readonly<Record<Language, ShellTexts>>;
  return (asked) => {
    const question = { ...asked, path: ownPath(asked.path) };
    const head = headOf(question.path, texts[question.language]);
    const { title, description } = head ?? { title: "Kurs", description: "" };
    const html = shell
      .replace(/<html lang="[^"]*"/, () => `<html lang="${question.language}"`)
      .replace(/<title>[^<]*<\/title>/, () => `<title>${escape(title)}</title>`)
      .replace(
        /(<meta name="description" content=")[^"]*/,
        (_, start) => start + escape(description),
      )
      .replace("</head>", () => `${linksOf(question)}</head>`);
    return { html, isPage: head !== null };
  };
}

/** The path that a page has, where it was asked for by another: `rates/USD-KGS`, or no more than `rates`. */
function ownPath(path: string): string {
  const [first = "", second = ""] = path.split("/").filter((part) => part !== "");
  if (!needsName.has(first)) return path;
  return second === "" ? "" : path.toLowerCase();
}

/** What the path alone tells of a page, which itself knows the names behind codes; null where it names none. */
function headOf(path: string, { window, pages }: ShellTexts): ShellText | null {
  const [first = "", second = "", third = ""] = path.split("/").filter((part) => part !== "");
  const name = first === "" ? "overview" : first === "sources" && third !== "" ? "series" : first;
  const page = pages[name];
  if (!page || (name === "rates" && !/^[a-z]{3}-[a-z]{3}$/.test(second))) return null;
  const [base = "", quote = ""] = second.toUpperCase().split("-");
  const series = `${second}/${third}`;
  const title = fill(page.title, { base, quote, series });
  return {
    title: fill(window, { title }),
    description: fill(page.description, { base, quote, title }),
  };
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** Its one address, and the same page in every language; `x-default` is English. */
function linksOf({ origin, language, path, search }: ShellQuestion): string {
  const addressIn = (code: Language) => escape(`${origin}/${code}/${path}${search}`);
  const alternates = [
    ...languages.map((code) => [code, code] as const),
    ["x-default", "en"] as const,
  ];
  return [
    `<link rel="canonical" href="${addressIn(language)}">`,
    ...alternates.map(
      ([name, code]) => `<link rel="alternate" hreflang="${name}" href="${addressIn(code)}">`,
    ),
  ].join("");
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
