import { once } from "node:events";
import { openEmbedded } from "../../server/sql/embedded/open-embedded.ts";

// Opens the database in the folder of its first argument, says so in one line of JSON, and closes it at the first line
// it gets.
const [dataDir = "", role = "command"] = process.argv.slice(2);

try {
  const embedded = await openEmbedded({
    dataDir,
    explicit: true,
    role: role === "serve" ? "serve" : "command",
    fsync: false,
  });
  process.stdout.write(`${JSON.stringify(embedded.connection)}\n`);
  await once(process.stdin, "data");
  await embedded.close();
  process.exit(0);
} catch (error) {
  process.stderr.write(error instanceof Error ? `${error.name}: ${error.message}\n` : "?");
  process.exit(1);
}
