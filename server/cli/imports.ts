import { Command, InvalidArgumentError } from "commander";
import { userInfo } from "node:os";
import { KursError } from "../domain/kurs-error.ts";
import { readReport } from "../import/read-report.ts";
import { undo } from "../import/undo.ts";
import { reading } from "../sql/database.ts";
import { selectImport, selectImports } from "../sql/select-imports.ts";
import type { Report } from "../import/import-file.ts";
import { withKurs } from "./with-kurs.ts";
import { print, printJson } from "./print.ts";
import { printReport } from "./print-report.ts";

interface Options {
  json?: boolean;
  by?: string;
}

/** `kurs imports`: list, look, take back. */
export const importsCommand = new Command("imports")
  .description("list the imports, newest first")
  .option("--json", "as the API gives it")
  .action((options: Options) => withKurs(({ pool }) => list(pool, options)));

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

type Pool = Parameters<Parameters<typeof withKurs>[0]>[0]["pool"];

async function list(pool: Pool, { json }: Options): Promise<void> {
  const rows = await reading(pool, (db) => selectImports(db, null, 1_000));
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

function toNumber(id: string): number {
  if (/^\d{1,9}$/.test(id)) return Number(id);
  throw new InvalidArgumentError("It is the number of an import.");
}
