import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { monthOf } from "../../../server/csv/month-names.ts";

it.each([
  ["Jan", 1],
  ["ФЕВРАЛЯ", 2],
  ["Mar.", 3],
  ["сәуір", 4],
  ["maý", 5],
  ["iyun", 6],
  ["шіл.", 7],
  ["awgust", 8],
  ["сентябр", 9],
  ["қаз.", 10],
  ["нояб.", 11],
  ["желтоқсан", 12],
])("monthOf(%s) is %i", (name, month) => {
  expect(monthOf(name)).toBe(month);
});

it("no name stands for two months", () => {
  const source = readFileSync("server/csv/month-names.ts", "utf8");
  const lists = [...source.matchAll(/^ {2}"(.+)",$/gm)].map(([, list = ""]) => list.split(" "));
  expect(lists).toHaveLength(12);
  lists.forEach((names, at) => {
    for (const name of names) expect(monthOf(name), name).toBe(at + 1);
  });
});
