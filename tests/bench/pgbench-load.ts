import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Statement } from "./query-server.ts";

const run = promisify(execFile);

/** Whether PostgreSQL's own tool for this is on this machine. */
export async function hasPgbench(): Promise<boolean> {
  return run("pgbench", ["--version"]).then(
    () => true,
    () => false,
  );
}

/** How often a second PostgreSQL's own tool has one of the questions answered, taken at random, in prepared statements. */
export async function pgbenchPerSecond(
  url: string,
  questions: readonly (readonly Statement[])[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const script = join(tmpdir(), `kurs-bench-${process.pid}.sql`);
  await writeFile(script, scriptOf(questions));
  const effort = ["-c", String(connections), "-j", "2", "-T", String(seconds)];
  try {
    const { stdout } = await run("pgbench", ["-n", "-M", "prepared", ...effort, "-f", script, url]);
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? NaN);
  } finally {
    await rm(script, { force: true });
  }
}

/** The statements of one question, with the number by which the questions differ drawn at random. */
function scriptOf(questions: readonly (readonly Statement[])[]): string {
  const [first = []] = questions;
  const draws = new Set<string>();
  const statements = first.map(({ text }, i) =>
    text.replace(/\$(\d+)/g, (_parameter, number) => {
      const values = questions.map((question) => question[i]?.values?.[Number(number) - 1]);
      if (new Set(values.map(literal)).size === 1) return literal(values[0]);
      draws.add(drawing(values.map(Number)));
      return ":drawn";
    }),
  );
  if (draws.size > 1) throw new Error("the questions differ by more than one number");
  return [...draws, ...statements.map((text) => `${text.trim()};`), ""].join("\n");
}

function drawing(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (most - least + 1 !== new Set(numbers).size) throw new Error("not numbers in a row");
  return `\\set drawn random(${least}, ${most})`;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `'${value}'`;
  if (Array.isArray(value)) return `'{${value.join()}}'`;
  throw new Error(`no parameter of a script: ${typeof value}`);
}
