import { Command, CommanderError } from "commander";
import { backupCommand } from "./cli/backup.ts";
import { datasetCommand } from "./cli/dataset.ts";
import { exportCommand } from "./cli/export.ts";
import { importCommand } from "./cli/import.ts";
import { importsCommand } from "./cli/imports.ts";
import { mappingCommand } from "./cli/mapping.ts";
import { print, say } from "./cli/print.ts";
import { questionLines } from "./cli/question-lines.ts";
import { serve } from "./cli/serve.ts";
import { restoreCommand } from "./cli/restore.ts";
import { sourceCommand } from "./cli/source.ts";
import { tokenCommand } from "./cli/token.ts";
import { withKurs } from "./cli/with-kurs.ts";
import { StartError } from "./contract/start-error.ts";
import { KursError } from "./domain/kurs-error.ts";

const exit = { done: 0, failed: 1, wrongUsage: 2 } as const;

/** What the disk, or the rights to it, refuse of a file that the caller names. */
const fileRefusals: ReadonlySet<unknown> = new Set(["ENOENT", "EISDIR", "ENOTDIR", "EACCES"]);

const program = new Command("kurs")
  .description(
    "Exchange rates and economic indicators of Central Asia, with a receipt for every number.",
  )
  // An option belongs to the command before it: imports and imports show have a --json each.
  .enablePositionalOptions()
  .exitOverride();

program.command("serve").description("start the dashboard; npm start runs this").action(serve);
program
  .command("migrate")
  .description("bring the database to this version")
  .action(() => withKurs(({ migrations }) => Promise.resolve(print(describeRun(migrations)))));
for (const command of [
  importCommand,
  importsCommand,
  exportCommand,
  mappingCommand,
  datasetCommand,
  sourceCommand,
  tokenCommand,
  backupCommand,
  restoreCommand,
])
  program.addCommand(command);
for (const command of allCommands(program)) command.exitOverride();

for (const stream of [process.stdout, process.stderr]) stream.on("error", passOverClosed);
process.exitCode = await run(process.argv);

async function run(words: string[]): Promise<number> {
  try {
    await program.parseAsync(words);
    return exit.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.wrongUsage;
    say(explain(error));
    return exit.failed;
  }
}

function describeRun(migrations: readonly string[]): string {
  if (migrations.length === 0) return "The database is of this version already: nothing to do.";
  return `The database is brought to this version by ${migrations.join(", ")}.`;
}

/** What the caller can mend is one line, with what there is to choose from; what we did wrong comes with its stack. */
function explain(error: unknown): string {
  if (error instanceof KursError) return [error.message, ...questionLines(error)].join("\n");
  if (error instanceof StartError) return error.message;
  if (error instanceof Error && "code" in error && fileRefusals.has(error.code))
    return `${error.message}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A reader such as `head` closes the pipe once it has what it wants; the command still runs to its end. */
function passOverClosed(this: NodeJS.WriteStream, error: NodeJS.ErrnoException): void {
  // A command that writes through a pipeline hears of the error itself, and explains it better.
  if (error.code !== "EPIPE" && this.listenerCount("error") === 1) throw error;
}

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}
