import { afterEach, expect, it, vi } from "vitest";
import { forgetToken, keepToken, readToken, tokenChanges } from "../../../client/api/token.ts";

afterEach(() => {
  forgetToken();
  vi.unstubAllGlobals();
});

const given = { token: "kurs_abc", label: "Айгуль · desk 2" };

/** A tab's storage, as browsers have it. */
function stubStorage() {
  const held = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => void held.set(key, text),
    removeItem: (key: string) => void held.delete(key),
  });
  return held;
}

it("a token is kept with its label, told, and forgotten altogether", () => {
  const held = stubStorage();
  let changes = 0;
  tokenChanges.addEventListener("change", () => (changes += 1));
  expect(readToken()).toBeNull();
  keepToken(given);
  expect(readToken()).toEqual(given);
  expect(held.size).toBe(1);
  forgetToken();
  expect(readToken()).toBeNull();
  expect(held.size).toBe(0);
  expect(changes).toBe(2);
});

it("a token outlives a reload of the tab", async () => {
  stubStorage();
  keepToken(given);
  vi.resetModules();
  const reloaded = await import("../../../client/api/token.ts");
  expect(reloaded.readToken()).toEqual(given);
});

it("where the browser stores nothing, a token lasts until the page is left", () => {
  vi.stubGlobal("sessionStorage", undefined);
  keepToken(given);
  expect(readToken()).toEqual(given);
});
