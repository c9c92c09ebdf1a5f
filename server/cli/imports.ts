import { Command, InvalidArgumentError } from "commander";
import { userInfo } from "node:os";
import { Day } from "../contract/query.ts";
import { KursError } from "../domain/kurs-error.ts";
import { readReport } from "../import/read-report.ts";
import { undo } from "../import/undo.ts";
import { reading, tentatively } from "../sql/database.ts";
import { type Released, releaseFiles } from "../sql/release-files.ts";
import { selectImport, selectImports } from "../sql/select-imports.ts";
import type { Report } from "../import/import-file.ts";
import type { OpenKurs } from "./open-kurs.ts";
import { withKurs } from "./with-kurs.ts";
import { print, printJson, say } from "./print.ts";
import { printReport } from "./print-report.ts";

interface Options {
  json?: boolean;
  by?: string;
}

interface Release {
  before: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `kurs imports`: list, look, take back, release files. */
export const importsCommand = new Command("imports")
  .description("list the imports, newest first")
  .option("--json", "as the API gives it")
  .enablePositionalOptions()
  .action((options: Options) => withKurs((kurs) => list(kurs, options)));

importsCommand
  .command("show")
  .description("show the report of an import")
  .argument("<id>", "its number", toNumber)
  .option("--json", "as the API gives it")
  .action((id: number, options: Options) =>
    withKurs(async ({ pool }) => {
      const row = await reading(pool, (db) => selectImport(db, id));
      if (!row) throw new KursError("not-found", `There is no import ${id}.`);
      show(readReport(row), options);
    }),
  );

importsCommand
  .command("undo")
  .description("take an import back")
  .argument("<id>", "its number", toNumber)
  .option("--by <name>", "who takes it back")
  .option("--json", "as the API gives it")
  .action((id: number, options: Options) =>
    withKurs(async ({ pool }) => {
      show(await undo(pool, id, options.by ?? userInfo().username), options);
    }),
  );

importsCommand
  .command("release")
  .description("give up the kept bytes of old files; values, hashes and reports stay")
  .requiredOption("--before <date>", "of imports before this day, UTC", toDay)
  .option("--dry-run", "say what would be released, and keep it")
  .option("--json", "the same as JSON")
  .action(({ before, dryRun = false, json }: Release) =>
    withKurs(async ({ pool }) => {
      const released = await tentatively(pool, async (db) => ({
        keep: !dryRun,
        result: await releaseFiles(db, before),
      }));
      if (json) printJson({ before, dryRun, ...released });
      else print(tellRelease(released, before, dryRun));
    }),
  );

async function list({ pool, place }: OpenKurs, { json }: Options): Promise<void> {
  const rows = await reading(pool, (db) => selectImports(db, null, 1_000));
  if (rows.length === 0) say(`${place} holds no imports.`);
  const imports = rows.map(readReport);
  if (json) return printJson({ imports, next: null });
  for (const report of imports) {
    const { id, at, by } = report;
    print([id, at, by, originOf(report), outcomeOf(report)].map(String).join("\t"));
  }
}

function originOf({ undoes, file }: Report): string {
  return undoes === null ? (file?.name ?? "standard input") : `undo of ${undoes}`;
}

function outcomeOf({ counts, undoes, undoneBy }: Report): string {
  const withdrawn = undoes === null ? "" : `, ${counts.withdrawn ?? 0} withdrawn`;
  const fate = undoneBy === null ? "" : `, undone by ${undoneBy}`;
  return `${counts.added} added, ${counts.revised} revised${withdrawn}${fate}`;
}

function show(report: Report, { json }: Options): void {
  if (json) printJson(report);
  else {
    const { id, at, by } = report;
    printReport(`import ${String(id)} (${originOf(report)}, ${String(at)}, by ${by})`, report);
  }
}

function tellRelease({ files, keptBytes }: Released, before: string, dryRun: boolean): string {
  if (files === 0) return `No file of an import before ${before} is kept.`;
  const what = files === 1 ? "1 file" : `${files.toLocaleString("en")} files`;
  const bytes = keptBytes.toLocaleString("en");
  if (dryRun) return `${what} of imports before ${before} would be released: ${bytes} bytes.`;
  return `${what} of imports before ${before} released: ${bytes} bytes, which the database uses again.`;
}

/** A calendar day, as it is written. */
function toDay(text: string): string {
  if (Day.safeParse(text).success) return text;
  throw new InvalidArgumentError("It is a day, such as 2025-01-01.");
}

function toNumber(id: string): number {
  if (/^\d{1,9}$/.test(id)) return Number(id);
  throw new InvalidArgumentError("It is the number of an import.");
}
