import { spawn } from "node:child_process";
import { once } from "node:events";

/** A server of the bench in a process of its own. */
export interface BenchProcess {
  port: number;
  stop: () => Promise<void>;
  /** Holds it still, and lets it go on. */
  pause: () => void;
  resume: () => void;
}

/** Starts this script again, as a server that tells its port. */
export async function startProcess(...words: string[]): Promise<BenchProcess> {
  const child = spawn(process.execPath, [String(process.argv[1]), "--", ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [told] = (await Promise.race([once(child.stdout, "data"), once(child, "exit")])) as [
    Buffer | number | null,
  ];
  if (!Buffer.isBuffer(told)) throw new Error(`${words[0]} ended with ${told}`);
  return {
    port: Number(told.toString()),
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
