import { performance } from "node:perf_hooks";
import pg from "pg";
import { hasPgbench, pgbenchPerSecond } from "./pgbench-load.ts";
import type { Statement } from "./query-server.ts";

const warmUpMs = 500;

interface Effort {
  connections: number;
  seconds: number;
}

/** By what the limit of the selects is measured: PostgreSQL's own tool, or the driver where that is missing. */
export async function selectTool(): Promise<"pgbench" | "pg"> {
  return (await hasPgbench()) ? "pgbench" : "pg";
}

/** How often a second questions are answered to so many clients at once, with nothing of HTTP around them: their limit. */
export async function selectsPerSecond(
  url: string,
  questions: readonly (readonly Statement[])[],
  effort: Effort,
): Promise<number> {
  const measure = (await selectTool()) === "pgbench" ? pgbenchPerSecond : driverPerSecond;
  return measure(url, questions, effort);
}

/** The same by the driver in one process of Node that does nothing else: what a server in Node can come near to. */
export async function driverPerSecond(
  url: string,
  questions: readonly (readonly Statement[])[],
  { connections, seconds }: Effort,
): Promise<number> {
  const end = performance.now() + warmUpMs + seconds * 1000;
  let counted = 0;
  const asking = Array.from({ length: connections }, async (_, first) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (let turn = first; performance.now() < end; turn++) {
      // With their names, so that they are prepared once.
      for (const statement of questions[turn % questions.length] ?? [])
        await client.query(statement);
      if (performance.now() > end - seconds * 1000) counted += 1;
    }
    await client.end();
  });
  await Promise.all(asking);
  return counted / seconds;
}
