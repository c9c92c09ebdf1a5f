import { performance } from "node:perf_hooks";
import pg from "pg";
import type { Statement } from "./query-server.ts";

const warmUpMs = 500;

/** How often a second the statements are answered to so many clients at once, with nothing of HTTP around them: their limit. */
export async function selectsPerSecond(
  url: string,
  statements: readonly Statement[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const end = performance.now() + warmUpMs + seconds * 1000;
  let counted = 0;
  const asking = Array.from({ length: connections }, async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    while (performance.now() < end) {
      for (const statement of statements) await client.query(statement);
      if (performance.now() > end - seconds * 1000) counted += 1;
    }
    await client.end();
  });
  await Promise.all(asking);
  return counted / seconds;
}
