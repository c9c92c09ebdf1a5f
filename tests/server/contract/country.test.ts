import { expect, it } from "vitest";
import { CountryCode } from "../../../server/contract/country.ts";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

it("takes the 249 codes that ISO 3166-1 assigns, each of which has a name, and no other", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const taken = letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((code) => CountryCode.safeParse(code).success);
  expect(taken).toHaveLength(249);
  for (const code of taken) expect(names.of(code), code).toBeDefined();
  for (const code of ["XX", "XK", "EU", "UK", "SU", "kz", "KAZ", "", "A\nD"])
    expect(CountryCode.safeParse(code).success, code).toBe(false);
});
