import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { Problem } from "../../../server/contract/problem.ts";
import { startApp } from "../../support/app.ts";
import { rawRequest } from "../../support/raw-request.ts";

const app = startApp();
const authorized = () => ({ Authorization: `Bearer ${app.token}` });
const head = "GET /api/v1/datasets HTTP/1.1\r\nHost: x\r\n";

/** A problem as it stands on the wire. */
function problemIn(answer: string): Problem {
  const [headers = "", body = ""] = answer.split("\r\n\r\n", 2);
  const problem = Problem.parse(JSON.parse(body));
  expect(headers).toMatch(new RegExp(`^HTTP/1\\.1 ${problem.status} `));
  expect(headers).toContain("Content-Type: application/problem+json");
  expect(headers).toContain(`Content-Length: ${body.length}`);
  expect(headers).toContain("Connection: close");
  return problem;
}

describe("what is no request", () => {
  it.each([
    ["no HTTP at all", "Hello there\r\n\r\n", "malformed-request"],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "malformed-request"],
    [
      "a method that HTTP does not know",
      "FETCH / HTTP/1.1\r\nHost: x\r\n\r\n",
      "malformed-request",
    ],
    ["a header with a NUL", `${head}X: a\0b\r\n\r\n`, "malformed-request"],
    ["two lengths", `${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, "malformed-request"],
    [
      "a length beside pieces",
      `${head}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      "malformed-request",
    ],
    ["no word to whom it is", "GET /healthz HTTP/1.1\r\n\r\n", "malformed-request"],
    ["headers over 16 kB", `${head}X: ${"x".repeat(17_000)}\r\n\r\n`, "headers-too-large"],
    [
      "an address over 16 kB",
      `GET /${"x".repeat(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      "headers-too-large",
    ],
  ])("is answered with a problem, and its connection ends: %s", async (_what, text, kind) => {
    expect(problemIn(await rawRequest(app.address, text)).type).toBe(`/problems/${kind}`);
    expect((await fetch(`${app.address}/healthz`)).status).toBe(200);
  });

  it("is not what expects something unheard of, nor what is HTTP/1.0", async () => {
    const expecting = await rawRequest(
      app.address,
      `${head}Expect: the unexpected\r\nConnection: close\r\n\r\n`,
    );
    expect(expecting).toMatch(/^HTTP\/1\.1 200 /);
    const old = await rawRequest(app.address, "GET /healthz HTTP/1.0\r\n\r\n");
    expect(old).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("does not end up in the middle of another answer", async () => {
    const answer = await rawRequest(app.address, `${head}\r\n`, "no request\r\n\r\n");
    expect(answer.match(/HTTP\/1\.1 \d+/g)).not.toContain("HTTP/1.1 500");
    expect(answer.split("HTTP/1.1 200").length).toBeLessThanOrEqual(2);
  });
});

it("a thousand connections that trickle keep nobody from reading", async () => {
  const { hostname, port } = new URL(app.address);
  const sockets = Array.from({ length: 1_000 }, () => connect(Number(port), hostname));
  const trickle = () => {
    for (const socket of sockets) if (!socket.destroyed) socket.write("X");
  };
  for (const socket of sockets) socket.on("error", () => undefined).write("GET / HTTP/1.1\r\nX");
  const drops = setInterval(trickle, 50);
  for (let i = 0; i < 100; i++)
    expect((await fetch(`${app.address}/api/v1/datasets`)).status).toBe(200);
  clearInterval(drops);
  for (const socket of sockets) socket.destroy();
});

describe("a request of an odd shape", () => {
  it("is refused for over 12,000 characters of address, as a problem with its number", async () => {
    const { body, response } = await app.refused(`/api/v1/series?q=${"x".repeat(12_000)}`);
    expect(body.type).toBe("/problems/address-too-long");
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    const long = `/api/v1/series?q=${"x".repeat(11_900)}`;
    expect((await app.refused(long)).body.type).toBe("/problems/invalid-query");
  });

  it("is refused for over a hundred headers", async () => {
    const headers = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`X-${i}`, "1"]));
    const { body } = await app.refused("/api/v1/nowhere", { headers });
    expect(body.type).toBe("/problems/headers-too-large");
  });

  it("is refused with two hosts, of which a proxy may believe the other", async () => {
    const twice = `GET /api/v1/nowhere HTTP/1.1\r\nHost: a\r\nhost: b\r\nConnection: close\r\n\r\n`;
    expect(problemIn(await rawRequest(app.address, twice)).type).toBe(
      "/problems/malformed-request",
    );
  });

  it("is ended when its body goes on after the answer", async () => {
    const endless = `POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nabc`;
    const answer = await rawRequest(app.address, endless);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  }, 15_000);
});

describe("a body", () => {
  const put = (body: BodyInit, headers: Record<string, string>) =>
    app.refused("/api/v1/mappings/x", {
      method: "PUT",
      headers: { ...authorized(), ...headers },
      body,
    });

  it("is measured unpacked, so that a bomb is refused", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
    const packed = { "Content-Type": "application/json", "Content-Encoding": "gzip" };
    expect((await put(bomb, packed)).body.type).toBe("/problems/too-large");
    const event = { method: "POST", headers: { ...authorized(), ...packed }, body: bomb };
    expect((await app.refused("/api/v1/events", event)).body.type).toBe("/problems/too-large");
    const csv = { ...packed, "Content-Type": "text/csv" };
    const file = { method: "POST", headers: { ...authorized(), ...csv }, body: bomb };
    const { body } = await app.refused("/api/v1/imports?source=NBKR", file);
    expect(body.type).toMatch(/too-large|unreadable-file/);
  });

  it("that is not what it says it is packed as is no body", async () => {
    for (const coding of ["br", "gzip", "deflate"]) {
      const headers = { "Content-Type": "application/json", "Content-Encoding": coding };
      expect((await put("{}", headers)).body.type).toBe("/problems/invalid-body");
    }
  });

  it("is not even read without a token", async () => {
    const init = { method: "PUT", headers: { "Content-Type": "application/json" }, body: "{" };
    expect((await app.refused("/api/v1/mappings/x", init)).response.status).toBe(401);
  });
});

describe("a form", () => {
  const csv = "date,base,quote,rate\n2026-09-01,USD,KGS,87.45\n";
  const post = (form: FormData) =>
    app.refused("/api/v1/imports?source=NBKR", {
      method: "POST",
      headers: authorized(),
      body: form,
    });
  const formOf = (...parts: [string, string | Blob][]) => {
    const form = new FormData();
    for (const [name, part] of parts) form.append(name, part);
    return form;
  };

  it.each([
    [
      "two files",
      [
        ["file", new Blob([csv])],
        ["file", new Blob([csv])],
      ],
    ],
    [
      "too many parts",
      Array.from({ length: 8 }, (_, i) => [i ? `x${i}` : "file", new Blob([csv])]),
    ],
    [
      "too many fields",
      Array.from({ length: 6 }, (_, i) => (i ? [`x${i}`, "1"] : ["file", new Blob([csv])])),
    ],
    [
      "a mapping of over a megabyte",
      [
        ["mapping", "x".repeat(1_000_001)],
        ["file", new Blob([csv])],
      ],
    ],
    [
      "a mapping of over a megabyte that comes as a file",
      [
        ["file", new Blob([csv])],
        ["mapping", new Blob(["x".repeat(1_000_001)])],
      ],
    ],
    [
      "two mappings",
      [
        ["mapping", "{}"],
        ["mapping", new Blob(["{}"])],
        ["file", new Blob([csv])],
      ],
    ],
    [
      "a parameter in place of a part",
      [
        ["dryRun", "true"],
        ["file", new Blob([csv])],
      ],
    ],
    ["a file that comes as a text", [["file", csv]]],
    ["a part without a name", [["", new Blob([csv])]]],
  ] as [string, [string, string | Blob][]][])("of %s is refused", async (_what, parts) => {
    const { body } = await post(formOf(...parts));
    expect(body.type).toBe("/problems/invalid-body");
  });

  it("that is cut off in a part that nobody reads leaves the server alive", async () => {
    const part = (name: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a"\r\n\r\n${csv}`;
    const forms = [part("other"), part("mapping"), part("file"), part("file") + part("mapping")];
    for (const body of forms) {
      const headers = { ...authorized(), "Content-Type": "multipart/form-data; boundary=x" };
      const refused = await app.refused("/api/v1/imports", { method: "POST", headers, body });
      expect(refused.body.type).toBe("/problems/invalid-body");
    }
    await app.ask("health");
  });

  it("names its file without what a terminal or a log would obey", async () => {
    const named = (name: string) =>
      `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${csv}\r\n--x--\r\n`;
    const headers = { ...authorized(), "Content-Type": "multipart/form-data; boundary=x" };
    const post = { method: "POST", headers, body: named("a\tb.csv") };
    const dry = { source: "NBKR", dataset: "FX", dryRun: "true" };
    const report = await app.ask("postImport", {}, dry, post);
    expect(report.body.file?.name).toBe("a b.csv");
    for (const name of ["a\x1b[31mb.csv", "a\x7fb.csv"]) {
      const { body } = await app.refused("/api/v1/imports", { ...post, body: named(name) });
      expect(body.type).toBe("/problems/invalid-body");
    }
    const plain = { ...post, headers: { ...authorized(), "Content-Type": "text/csv" } };
    const { body } = await app.refused("/api/v1/imports?source=NBKR&filename=a%0Ab", plain);
    expect(body).toMatchObject({
      type: "/problems/invalid-query",
      errors: [{ parameter: "filename" }],
    });
  });
});
