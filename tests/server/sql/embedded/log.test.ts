import { appendFile, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openLog, readReason, trimLog } from "../../../../server/sql/embedded/log.ts";
import { makeFolder } from "../../../support/embedded-folders.ts";

describe("trimLog", () => {
  it("keeps a log of 10 MiB, empties a longer one, and keeps what that held beside it", async () => {
    const log = join(await makeFolder(), "database.log");
    await writeFile(log, Buffer.alloc(10 * 1024 * 1024, "x"));
    await trimLog(log);
    expect((await stat(log)).size).toBe(10 * 1024 * 1024);

    for (const last of ["y", "z"]) {
      const writer = await openLog(log, undefined);
      await appendFile(log, Buffer.alloc(10 * 1024 * 1024, last));
      await appendFile(log, last);
      await trimLog(log);
      await writer.write("next line\n");
      await writer.close();
      expect(await readFile(log, "utf8")).toBe("next line\n");
      expect((await readFile(`${log}.1`, "utf8")).at(-1)).toBe(last);
    }
  });

  it("takes a log that there is not for an empty one", async () => {
    const log = join(await makeFolder(), "database.log");
    await trimLog(log);
    await expect(stat(`${log}.1`)).rejects.toThrow("ENOENT");
  });
});

describe("openLog", () => {
  it("makes a log that only its owner may read, and follows no link to another file", async () => {
    const folder = await makeFolder();
    await (await openLog(join(folder, "database.log"), undefined)).close();
    expect((await stat(join(folder, "database.log"))).mode & 0o777).toBe(0o600);

    await symlink(join(folder, "database.log"), join(folder, "link"));
    await expect(openLog(join(folder, "link"), undefined)).rejects.toThrow("ELOOP");
  });
});

describe("readReason", () => {
  const line = (pid: number, text: string) => `2026-11-23 03:33:34.498 UTC [${pid}] ${text}\n`;
  const orphan = line(7, "FATAL:  terminating connection due to unexpected postmaster exit");

  it.each([
    ["the server's own last fatal message", line(5, "FATAL:  no space") + orphan, "no space"],
    [
      "a panic as well",
      line(5, "PANIC:  could not write") + line(5, "LOG:  bye"),
      "could not write",
    ],
    ["a fatal message of its helpers when it has none", line(6, "FATAL:  bad page"), "bad page"],
    [
      "the last line when nothing is fatal",
      "loading\nlibpq.so.5: not found\n\n",
      "libpq.so.5: not found",
    ],
    ["that there is nothing when it said nothing", "", "it said nothing"],
  ])("answers %s", async (_, text, reason) => {
    const log = join(await makeFolder(), "database.log");
    const earlier = line(5, "FATAL:  of an earlier start");
    await writeFile(log, earlier + text);
    expect(await readReason(log, earlier.length, 5)).toBe(reason);
  });
});
