import { expect, it } from "vitest";
import { createProgress } from "../../../server/cli/progress.ts";

it("tells the rows and the share of the file ten times a second at most, always the last count, and ends its line", () => {
  let clock = 0;
  let told = "";
  const progress = createProgress(
    "a.csv",
    (text) => (told += text),
    () => clock,
  );
  for (clock = 0; clock <= 250; clock += 10) {
    progress.bytes(clock, 250);
    progress.rows(clock + 1);
  }
  progress.end();
  expect(told.split("\r").slice(1)).toEqual([
    "a.csv: 1 rows read, 0 %",
    "a.csv: 101 rows read, 40 %",
    "a.csv: 201 rows read, 80 %",
    "a.csv: 251 rows read, 100 %\n",
  ]);
});

it("says nothing of a file of which no row was read", () => {
  let told = "";
  createProgress(
    "a.csv",
    (text) => (told += text),
    () => 0,
  ).end();
  expect(told).toBe("");
});
