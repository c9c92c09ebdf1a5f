import { expect, it } from "vitest";
import { codeSamples } from "../../../client/pages/code-samples.ts";

const here = "http://127.0.0.1:8080/api/v1";
const textOf = (name: string, address: string) =>
  codeSamples(here + address).find((sample) => sample.name === name)?.text;

it.each([
  ["curl", "/datasets", `curl -s '${here}/datasets'`],
  ["r", "/datasets", `answer <- jsonlite::fromJSON("${here}/datasets")`],
  ["r", "/x?format=csv", `table <- read.csv("${here}/x?format=csv")`],
  ["r", "/x?format=ndjson", `table <- jsonlite::stream_in(url("${here}/x?format=ndjson"))`],
  [
    "r",
    "/x?format=csv&sep=;&decimal=,",
    `table <- read.csv("${here}/x?format=csv&sep=;&decimal=,", sep=";", dec=",", fileEncoding="UTF-8-BOM")`,
  ],
  [
    "python",
    "/x?format=csv&sep=;&decimal=,",
    `import pandas as pd\n\ntable = pd.read_csv("${here}/x?format=csv&sep=;&decimal=,", sep=";", decimal=",", encoding="utf-8-sig")`,
  ],
])("in %s, %s is read as its format wants", (name, address, text) => {
  expect(textOf(name, address)).toBe(text);
});

it("asks JSON for its digits in Python and for its problem in JavaScript", () => {
  expect(textOf("python", "/datasets")).toContain("parse_float=Decimal");
  expect(textOf("javascript", "/datasets")).toContain(".detail");
  expect(textOf("javascript", "/x?format=csv")).toContain("response.text()");
});

it("lets no sign of an address end the text that it stands in", () => {
  for (const { text } of codeSamples(`${here}/series?q='"\\\n`)) {
    expect(text).toContain(`${here}/series?q=%27%22%5C`);
  }
});
