/** A way to ask an address: how it is called, and the words of the program. */
export interface CodeSample {
  name: "curl" | "javascript" | "python" | "r";
  label: string;
  text: string;
}

/** How curl, JavaScript, Python and R ask an address; the format of its answer decides what is done with it. */
export function codeSamples(address: string): CodeSample[] {
  const url = quotable(address);
  return [
    { name: "curl", label: "curl", text: `curl -s '${url}'` },
    { name: "javascript", label: "JavaScript", text: javascript(url) },
    { name: "python", label: "Python", text: python(url) },
    { name: "r", label: "R", text: r(url) },
  ];
}

/** No sign in it ends a text in any of the four languages. */
function quotable(address: string): string {
  const signs: Readonly<Record<string, string>> = { "'": "%27", '"': "%22", "\\": "%5C", "\n": "" };
  return address.replace(/['"\\\n]/g, (sign) => signs[sign] ?? "");
}

function javascript(url: string): string {
  const reading = formatOf(url) === "json" ? "await response.json()" : "await response.text()";
  return [
    `const response = await fetch("${url}");`,
    "if (!response.ok) throw new Error((await response.json()).detail);",
    `const answer = ${reading};`,
  ].join("\n");
}

function python(url: string): string {
  switch (formatOf(url)) {
    case "csv":
      return `import pandas as pd\n\ntable = pd.read_csv("${url}"${spreadsheetArguments(url)})`;
    case "ndjson":
      return `import pandas as pd\n\ntable = pd.read_json("${url}", lines=True)`;
    case "json":
      return [
        "from decimal import Decimal",
        "import requests",
        "",
        `response = requests.get("${url}")`,
        "response.raise_for_status()",
        "answer = response.json(parse_float=Decimal)  # every digit",
      ].join("\n");
  }
}

function r(url: string): string {
  switch (formatOf(url)) {
    case "csv":
      return `table <- read.csv("${url}"${spreadsheetArguments(url, "dec")})`;
    case "ndjson":
      return `table <- jsonlite::stream_in(url("${url}"))`;
    case "json":
      return `answer <- jsonlite::fromJSON("${url}")`;
  }
}

/** What tells a reader of CSV that it is a spreadsheet's. */
function spreadsheetArguments(url: string, decimalName = "decimal"): string {
  const query = queryOf(url);
  const [sep, decimal] = [query.get("sep"), query.get("decimal")];
  const given = [
    sep === null ? "" : `, sep="${sep === "\t" ? "\\t" : sep}"`,
    decimal === null ? "" : `, ${decimalName}="${decimal}"`,
    // Spreadsheets' CSV begins with a byte order mark.
    sep === null && decimal === null
      ? ""
      : decimalName === "dec"
        ? ', fileEncoding="UTF-8-BOM"'
        : ', encoding="utf-8-sig"',
  ];
  return given.join("");
}

function formatOf(url: string): "json" | "csv" | "ndjson" {
  const format = queryOf(url).get("format");
  return format === "csv" || format === "ndjson" ? format : "json";
}

const queryOf = (url: string) => new URLSearchParams(url.split("?").slice(1).join("?"));
