import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { Command } from "commander";
import { KursError } from "../domain/kurs-error.ts";
import { readMapping, saveMapping } from "../import/mapping.ts";
import { reading } from "../sql/database.ts";
import { selectMapping, selectMappings } from "../sql/mapping.ts";
import { print, printJson } from "./print.ts";
import { withKurs } from "./with-kurs.ts";

/** `kurs mapping`: how the files of a publisher are read. */
export const mappingCommand = new Command("mapping").description("store mappings by name");

mappingCommand
  .command("save")
  .description("store a mapping; under a source's code it is found by itself")
  .argument("<name>", "a source's code, or any other word")
  .argument("<file>", "the mapping (JSON)")
  .option("--by <name>", "who stores it")
  .action((name: string, file: string, { by = userInfo().username }: { by?: string }) =>
    withKurs(async ({ pool }) => {
      const mapping = readMapping(await readFile(file, "utf8"), file);
      await saveMapping(pool, { name, mapping, by });
      print(`The mapping ${name} is stored.`);
    }),
  );

mappingCommand
  .command("list")
  .description("list the stored mappings")
  .option("--json", "as the API gives it")
  .action(({ json }: { json?: boolean }) =>
    withKurs(async ({ pool }) => {
      const rows = await reading(pool, selectMappings);
      const mappings = rows.map(({ name, savedBy, savedAt }) => ({ name, savedBy, savedAt }));
      if (json) return printJson({ mappings });
      for (const { name, savedBy, savedAt } of mappings) print(`${name}\t${savedAt}\t${savedBy}`);
    }),
  );

mappingCommand
  .command("show")
  .description("show a stored mapping, as JSON")
  .argument("<name>")
  .action((name: string) =>
    withKurs(async ({ pool }) => {
      const row = await reading(pool, (db) => selectMapping(db, name));
      if (row) return print(JSON.stringify(row.mapping, null, 2));
      throw new KursError("not-found", `No mapping is stored under the name ${name}.`);
    }),
  );
