import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { endpoints } from "../server/contract/endpoints.ts";
import { paths } from "../server/contract/paths.ts";
import { problems } from "../server/contract/problem.ts";
import { Settings } from "../server/settings.ts";
import { runKurs } from "./support/run-kurs.ts";

const readme = readFileSync("README.md", "utf8");
const named = (pattern: RegExp) => new Set([...readme.matchAll(pattern)].map(([, name]) => name));

describe("README.md", () => {
  it("documents every path, and none that the server lacks", () => {
    const documented = named(/^\| `(\/(?!problems)[^`]*)`/gm);
    expect([...documented].sort()).toEqual([...new Set(Object.values(paths))].sort());
  });

  it("says of every problem what it means and which status it has", () => {
    const documented = [...readme.matchAll(/^\| `\/problems\/([a-z-]+)` +\| (\d{3}) /gm)];
    const expected = Object.entries(problems).map(([kind, { status }]) => [kind, String(status)]);
    expect(documented.map(([, kind, status]) => [kind, status])).toEqual(expected);
  });

  it("documents every setting with its default, and none that there is not", () => {
    const documented = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (?:`([^`]+)`|–) /gm)];
    expect(documented.map(([, name]) => name)).toEqual(Object.keys(Settings.shape));
    const defaults = Settings.parse({}) as Record<string, string | number | boolean | undefined>;
    for (const [, name = "", text] of documented) {
      if (defaults[name] !== undefined) expect(text, name).toBe(String(defaults[name]));
    }
  });

  it("names every parameter of the API", () => {
    const parameters = new Set(
      Object.values(endpoints).flatMap(({ query }) => Object.keys(query.shape)),
    );
    for (const parameter of parameters)
      expect(readme, parameter).toMatch(new RegExp(`\`(GET |POST )?${parameter}(=[^\`]*)?\``));
  });

  it("names every command that kurs has, and none that it has not", async () => {
    const { stdout } = await runKurs(["--help"], {});
    const commands = [...stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== "help");
    const documented = named(/^\| `kurs ([a-z]+)[^`]*`/gm);
    expect([...documented].sort()).toEqual(commands.sort());
  });

  it("starts with a picture that is there", () => {
    const [, picture = ""] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readme) ?? [];
    expect(readFileSync(picture).subarray(1, 4).toString()).toBe("PNG");
  });

  it("names the folders that there are", () => {
    const folders = named(/^\| `((?:server|client)\/[a-z]+)`/gm);
    for (const folder of folders) expect(() => readFileSync(`${folder}/.`)).toThrow("EISDIR");
  });
});
