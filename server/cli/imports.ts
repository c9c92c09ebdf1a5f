import { Command } from "commander";
import { userInfo } from "node:os";
import { KursError } from "../domain/kurs-error.ts";
import { writeJson } from "../domain/exact-json.ts";
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
  .argument("<id>", "its number")
  .option("--json", "as the API gives it")
  .action((id: string, options: Options) =>
    withKurs(async ({ pool }) => {
      const row = await reading(pool, (db) => selectImport(db, toNumber(id)));
      if (!row) throw new KursError("not-found", `There is no import ${id}.`);
      show(readReport(row), options);
    }),
  );

importsCommand
  .command("undo")
  .description("take an import back")
  .argument("<id>", "its number")
  .option("--by <name>", "who takes it back")
  .option("--json", "as the API gives it")
  .action((id: string, options: Options) =>
    withKurs(async ({ pool }) => {
      show(await undo(pool, toNumber(id), options.by ?? userInfo().username), options);
    }),
  );

type Pool = Parameters<Parameters<typeof withKurs>[0]>[0]["pool"];

async function list(pool: Pool, { json }: Options): Promise<void> {
  const rows = await reading(pool, (db) => selectImports(db, null, 1_000));
  const imports = rows.map(readReport);
  if (json) return printJson({ imports, next: null });
  for (const { id, at, by, file, counts, undoes, undoneBy } of imports) {
    const what = undoes === null ? (file?.name ?? "standard input") : `undo of ${String(undoes)}`;
    const fate = undoneBy === null ? "" : `, undone by ${undoneBy}`;
    print(
      `${String(id)}\t${String(at)}\t${by}\t${what}\t${writeJson(counts.added)} added, ${writeJson(counts.revised)} revised${fate}`,
    );
  }
}

function show(report: Report, { json }: Options): void {
  if (json) printJson(report);
  else printReport(`import ${String(report.id)}`, report);
}

function toNumber(id: string): number {
  if (/^\d{1,9}$/.test(id)) return Number(id);
  throw new KursError("invalid-query", `${id} is no import's number.`);
}
