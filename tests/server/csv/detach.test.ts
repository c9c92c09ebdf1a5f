import fc from "fast-check";
import { expect, it } from "vitest";
import { detach } from "../../../server/csv/detach.ts";

it("a detached text is the same text, even where half a letter is cut off", () => {
  const unit = fc.nat({ max: 0xff_ff });
  const text = fc.array(unit).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(text, (given) => {
      expect(detach(given)).toBe(given);
    }),
  );
  expect(detach("a lonely \uD83D half")).toBe("a lonely \uD83D half");
});
