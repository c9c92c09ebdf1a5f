import { describe, expect, it } from "vitest";
import { readSettings } from "../../server/settings.ts";

describe("readSettings(environment)", () => {
  it("gives every setting its default", () => {
    expect(readSettings({})).toEqual({
      PORT: 8080,
      HOST: "127.0.0.1",
      LOAD_FIXTURES: true,
      LOG_LEVEL: "info",
      TRUST_PROXY: false,
      IMPORT_MAX_BYTES: 268_435_456,
      RATE_LIMIT: 6_000,
    });
  });

  it("takes an empty setting for one that is not set", () => {
    expect(readSettings({ PORT: "", DATABASE_URL: "" })).toEqual(readSettings({}));
  });

  it("reads the public address so that a path can be put behind it", () => {
    const { PUBLIC_URL } = readSettings({ PUBLIC_URL: "https://example.org/kurs/" });
    expect(PUBLIC_URL).toBe("https://example.org/kurs");
  });

  it.each([
    ["PORT", "http", "takes a whole number from 0 to 65535"],
    ["PORT", "65536", "takes a whole number from 0 to 65535"],
    ["DATABASE_URL", "mysql://localhost", "takes an address such as postgres://"],
    ["LOAD_FIXTURES", "yes", "takes true or false"],
    ["PUBLIC_URL", "kurs.example.org", "takes an address such as https://"],
    ["PUBLIC_URL", "https://kurs.example.org/?a", "takes an address such as https://"],
    ["LOG_LEVEL", "loud", "takes fatal, error, warn, info"],
    ["IMPORT_MAX_BYTES", "1e9", "takes a whole number"],
    ["RATE_LIMIT", "-1", "takes a whole number"],
  ])("refuses %s=%s in one line that says what it takes", (name, text, takes) => {
    expect(() => readSettings({ [name]: text })).toThrow(
      `The setting ${name} is "${text}", but ${name} ${takes}`,
    );
    expect(() => readSettings({ [name]: text })).not.toThrow("\n");
  });
});
