import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { KursError } from "../domain/kurs-error.ts";
import { applyDataset } from "../import/apply-dataset.ts";
import { describeDataset } from "../import/describe-dataset.ts";
import { reading } from "../sql/database.ts";
import { selectDatasets } from "../sql/select-datasets.ts";
import { print, printJson } from "./print.ts";
import { withKurs } from "./with-kurs.ts";

/** `kurs dataset`: what there is to publish. */
export const datasetCommand = new Command("dataset").description("define datasets");

datasetCommand
  .command("apply")
  .description(
    "define a dataset, or define it anew, from a JSON file like those in fixtures/datasets",
  )
  .argument("<file>")
  .action((file: string) =>
    withKurs(async ({ pool }) => {
      const { code, dimensions } = await applyDataset(pool, await readJsonFile(file));
      print(
        `${code} is defined; its keys are ${dimensions.map((dimension) => dimension.code).join(".")}.`,
      );
    }),
  );

datasetCommand
  .command("list")
  .description("list the datasets")
  .option("--json", "as the API gives it")
  .action(({ json }: { json?: boolean }) =>
    withKurs(async ({ pool }) => {
      const rows = await reading(pool, (db) => selectDatasets(db, null));
      const datasets = rows.map((row) => describeDataset(row, "en"));
      if (json) return printJson({ datasets });
      for (const { code, title, seriesCount } of datasets)
        print(`${code}\t${title}\t${seriesCount} series`);
    }),
  );

async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8");
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new KursError("invalid-body", `${path} is not JSON.`, { cause });
  }
}
