import { Command } from "commander";
import { SourceChange } from "../contract/source.ts";
import { changeSource } from "../import/change-source.ts";
import { describeSource } from "../import/describe-source.ts";
import { reading } from "../sql/database.ts";
import { selectSources } from "../sql/select-sources.ts";
import { print, printJson } from "./print.ts";
import { withKurs } from "./with-kurs.ts";

/** `kurs source`: who publishes. */
export const sourceCommand = new Command("source").description("say who publishes the figures");

sourceCommand
  .command("list")
  .description("list the sources, best rank first")
  .option("--json", "as the API gives it")
  .action(({ json }: { json?: boolean }) =>
    withKurs(async ({ pool }) => {
      const rows = await reading(pool, (db) => selectSources(db, null));
      const sources = rows.map((row) => describeSource(row, "en"));
      if (json) return printJson({ sources });
      for (const { code, name, kind, rank, seriesCount } of sources)
        print(`${code}\t${name}\t${kind}\trank ${rank}\t${seriesCount} series`);
    }),
  );

interface Options extends Record<string, string | boolean | undefined> {
  json?: boolean;
}

sourceCommand
  .command("set")
  .description('say who a source is; what is left out stays as it is, and "" takes it away')
  .argument("<code>", "its code; a source comes with the first import that names it")
  .option("--name <text>", "its name in English")
  .option("--kind <kind>", "official, market or other")
  .option("--homepage <address>", "its page")
  .option("--licence <text>", "under which terms the figures may be used")
  .option("--licence-url <address>", "where these are")
  .option("--attribution <text>", "how to name it")
  .option("--rank <number>", "the source with the lowest answers for a pair that several have")
  .option("--pivot <currency>", "the currency that its rates are quoted against")
  .option("--json", "as the API gives it")
  .action(async (code: string, { json, ...given }: Options, command: Command) => {
    const change = readChange(given, command);
    await withKurs(async ({ pool }) => {
      const source = describeSource(await changeSource(pool, code, change), "en");
      if (json) printJson(source);
      else print(`${source.code} is ${source.name}, rank ${source.rank}.`);
    });
  });

/** What the options say. Ends the command as wrongly used when they say nothing, or what no source can be. */
function readChange(given: Omit<Options, "json">, command: Command): SourceChange {
  const said = Object.entries(given).map(([name, text]): [string, unknown] => [
    name,
    text === "" ? null : text,
  ]);
  if (said.length === 0) command.error("error: say what is to be set, as in --rank 10");
  const { rank } = given;
  const isNumber = typeof rank === "string" && /^\d{1,9}$/.test(rank);
  const parsed = SourceChange.safeParse({
    ...Object.fromEntries(said),
    ...(isNumber && { rank: Number(rank) }),
  });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `--${toFlag(path)} ${message}`);
  return command.error(`error: ${faults.join("; ")}`);
}

function toFlag(path: readonly PropertyKey[]): string {
  return String(path[0]).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
