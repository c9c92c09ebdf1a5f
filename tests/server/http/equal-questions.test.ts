import { afterAll, beforeAll, expect, it } from "vitest";
import { KeptAnswers } from "../../../server/http/kept-answers.ts";
import type { Prepared } from "../../../server/http/prepared.ts";
import { Listening } from "../../../server/sql/listen.ts";
import { cloneDatabase } from "../../support/database.ts";

const { pool } = cloneDatabase("empty");
const listening = new Listening(pool);
beforeAll(() => listening.open());
afterAll(() => listening.close());

const answer = (text: string, bytes = Buffer.from(text)): Prepared => ({
  route: "/",
  etag: `"${text}"`,
  headers: [],
  endsWithDay: false,
  body: { bytes, headers: [] },
});
const always = () => true;

/** A making that ends when it is told to. */
function making(prepared: Prepared | null) {
  let finish: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (finish = resolve));
  const made = { count: 0, finish: () => finish() };
  const make = async () => {
    made.count += 1;
    await begun;
    return prepared;
  };
  return Object.assign(made, { make });
}

it("equal questions share one making, and the answer is kept", async () => {
  const kept = new KeptAnswers(listening, 1_000_000);
  const first = making(answer("one"));
  const asked = [1, 2, 3].map(() => kept.once("key", always, first.make));
  first.finish();
  expect((await Promise.all(asked)).map((each) => each?.etag)).toEqual(Array(3).fill('"one"'));
  expect(first.count).toBe(1);
  expect(kept.find("key")?.etag).toBe('"one"');
});

it("a question after a change waits for no answer from before it, which is not kept", async () => {
  const kept = new KeptAnswers(listening, 1_000_000);
  const [old, fresh] = [making(answer("old")), making(answer("new"))];
  const before = kept.once("key", always, old.make);
  kept.clear();
  const after = kept.once("key", always, fresh.make);
  fresh.finish();
  expect((await after)?.etag).toBe('"new"');
  old.finish();
  expect((await before)?.etag).toBe('"old"');
  expect(kept.find("key")?.etag).toBe('"new"');
});

it("an answer that was begun before a change is not kept after it", async () => {
  const kept = new KeptAnswers(listening, 1_000_000);
  const old = making(answer("old"));
  const before = kept.once("key", always, old.make);
  kept.clear();
  old.finish();
  await before;
  expect(kept.find("key")).toBeUndefined();
});

it("a fault reaches all who wait, and is not kept", async () => {
  const kept = new KeptAnswers(listening, 1_000_000);
  const fails = () => Promise.reject(new Error("broken"));
  const asked = [1, 2].map(() => kept.once("key", always, fails));
  for (const each of asked) await expect(each).rejects.toThrow("broken");
  const well = await kept.once("key", always, () => Promise.resolve(answer("well")));
  expect(well?.etag).toBe('"well"');
});

it("a reader who waits for an answer that turns out too large makes another at once", async () => {
  const kept = new KeptAnswers(listening, 1_000_000);
  const large = making(null);
  const first = kept.once("key", always, (isLarge) => {
    isLarge();
    return large.make();
  });
  // The first one is still being sent.
  expect((await kept.once("key", always, () => Promise.resolve(answer("own"))))?.etag).toBe(
    '"own"',
  );
  large.finish();
  expect(await first).toBeNull();
});

it("whom a shared answer does not serve, since its body was not made, makes it", async () => {
  const kept = new KeptAnswers(listening, 1_000_000);
  const tagOnly = making({ ...answer("one"), body: null });
  const known = kept.once("key", always, tagOnly.make);
  const unknown = kept.once(
    "key",
    ({ body }) => body !== null,
    () => Promise.resolve(answer("one")),
  );
  tagOnly.finish();
  expect((await known)?.body).toBeNull();
  expect((await unknown)?.body?.bytes.toString()).toBe("one");
  expect(kept.find("key")?.body).not.toBeNull();
});

it("bodies over 1 MB are not kept, and all together stay within the bound", async () => {
  const kept = new KeptAnswers(listening, 1_500_000);
  const put = (key: string, bytes: number) =>
    kept.once(key, always, () => Promise.resolve(answer(key, Buffer.alloc(bytes))));
  await put("huge", 1_100_000);
  expect(kept.find("huge")).toBeUndefined();
  await put("a", 900_000);
  await put("b", 900_000);
  expect([kept.find("a"), kept.find("b")?.etag]).toEqual([undefined, '"b"']);
});

it("nothing is kept or shared before the database is heard, nor once it is not", async () => {
  const deaf = new Listening(pool);
  const kept = new KeptAnswers(deaf, 1_000_000);
  const ask = () => kept.once("key", always, () => Promise.resolve(answer("one")));
  await ask();
  expect(kept.find("key")).toBeUndefined();
  await deaf.open();
  await ask();
  expect(kept.find("key")).toBeDefined();
  await deaf.close();
  expect(kept.find("key")).toBeUndefined();
});
