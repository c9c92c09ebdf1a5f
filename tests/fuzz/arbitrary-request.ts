import fc from "fast-check";
import { type Body, arbitraryBody } from "./arbitrary-body.ts";
import { hostileHeader, hostilePart } from "./hostile.ts";
import { type KnownNames, plainValue } from "./known-names.ts";
import type { Operation, Parameter } from "./operations.ts";

/** A request as HTTP has it, however odd. */
export interface WholeRequest {
  kind: "whole";
  method: string;
  /** Path and query. */
  target: string;
  headers: Readonly<Record<string, string>>;
  body: Body | null;
  /** Promises more bytes than it sends, and leaves. */
  isCutOff: boolean;
}

const otherMethods = ["HEAD", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "PURGE", "GET", "POST"];
const write = /^(POST|PUT|DELETE|PATCH)$/;

/** Requests to the operations of a server; some bear its token. */
export function arbitraryRequest(
  operations: readonly Operation[],
  known: KnownNames,
  token: string,
): fc.Arbitrary<WholeRequest> {
  const asked = operations.map((operation) => {
    const path = pathOf(operation, known);
    return requestTo(operation, fc.tuple(path, queryOf(operation, known)), token);
  });
  return fc.oneof(...asked);
}

/** Requests for the pages, their files, and what is neither. */
export function arbitraryPage(): fc.Arbitrary<WholeRequest> {
  const page = fc.constantFrom(
    ...["/", "/en/", "/ru/rates/usd-kgs", "/en/api", "/en/imports", "/xx/", "/en", "/theme.js"],
    ...["/assets/", "/assets/x.js", "/favicon.ico", "/robots.txt", "/api", "/api/", "/api/v2/x"],
    ...["/index.html", "/.env", "/.git/config", "//", "/en//", "/en/..%2f..%2fpackage.json", "/*"],
  );
  const below = fc.tuple(page, hostilePart).map(([path, part]) => `${path.slice(0, -1)}/${part}`);
  const operation = { name: "page", method: "GET", path: "/", parameters: [], bodyTypes: [] };
  const target = fc.tuple(fc.oneof(page, below), fc.oneof(fc.constant(""), hostilePart));
  return requestTo(operation, target, "kurs_x");
}

function requestTo(
  operation: Operation,
  target: fc.Arbitrary<[path: string, query: string]>,
  token: string,
): fc.Arbitrary<WholeRequest> {
  const method = fc.oneof(
    { weight: 9, arbitrary: fc.constant(operation.method) },
    { weight: 1, arbitrary: fc.constantFrom(...otherMethods) },
  );
  return fc
    .tuple(
      method,
      target,
      headersOf(operation, token),
      arbitraryBody(operation.bodyTypes),
      odds(60),
    )
    .map(([verb, [path, query], headers, body, isCutOff]) => {
      const sent = write.test(verb) ? body : null;
      return {
        kind: "whole",
        method: verb,
        target: asTarget(query === "" ? path : `${path}?${query}`),
        headers: { ...(sent?.type && { "content-type": sent.type }), ...headers },
        body: sent,
        isCutOff: isCutOff && sent !== null,
      };
    });
}

const odds = (against: number) => fc.nat(against - 1).map((n) => n === 0);

/** What Node's client lets through; what it does not is sent as broken requests. */
const asTarget = (text: string) => text.replaceAll(/[^\x21-\x7e]/g, "%20");

function pathOf(operation: Operation, known: KnownNames): fc.Arbitrary<string> {
  const { path, parameters } = operation;
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const isSeries = path.includes("{dataset}/{key}");
  const values = inPath.map((parameter) => partOf(operation, parameter, known));
  const together = fc.constantFrom(...(known["dataset/key"] ?? []));
  return fc.tuple(together, odds(4), ...values).map(([series, isApart, ...parts]) => {
    // Code and key fit each other, most times.
    const whole = isSeries && !isApart ? path.replace("{dataset}/{key}", series) : path;
    const byName = new Map(inPath.map(({ name }, i) => [name, parts[i] ?? ""]));
    return whole.replaceAll(/\{(\w+)\}/g, (_, name: string) => byName.get(name) ?? "");
  });
}

function partOf(operation: Operation, parameter: Parameter, known: KnownNames) {
  // A number that stands for what is to stay would be taken back.
  const hostile = operation.path.endsWith("/undo")
    ? hostilePart.filter((part) => !/^\d{1,3}$/.test(part))
    : hostilePart;
  const plain = plainValue(operation, parameter, known).map(encodeURIComponent);
  return fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: hostile });
}

function queryOf(operation: Operation, known: KnownNames): fc.Arbitrary<string> {
  const pairs = operation.parameters
    .filter((parameter) => parameter.in === "query")
    .map((parameter) => {
      const plain = plainValue(operation, parameter, known).map(encodeURIComponent);
      const value = fc.oneof(
        { weight: 6, arbitrary: plain },
        { weight: 1, arbitrary: hostilePart },
      );
      return fc
        .tuple(value, odds(isNeeded(operation, parameter) ? 1 : 5), odds(40))
        .map(([text, isThere, isTwice]) => {
          const pair = `${parameter.name}=${text}`;
          return isThere ? (isTwice ? [pair, pair] : [pair]) : [];
        });
    });
  const odd = fc.constantFrom("x=1", "__proto__[a]=1", "start[]=1", "=", "?", "limit", "a=%ff");
  const stray = fc.oneof(
    { weight: 15, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: odd.map((pair) => [pair]) },
  );
  return fc.tuple(...pairs, stray).map((lists) => lists.flat().join("&"));
}

/** A file hardly ever says itself who publishes it. */
const isNeeded = ({ method }: Operation, { name, required }: Parameter) =>
  required === true || (method === "POST" && name === "source");

const media = ["application/json", "text/csv", "application/x-ndjson", "*/*", "text/html", "a/b"];
const mayBe: Readonly<Record<string, readonly string[]>> = {
  accept: [...media, "text/csv;q=0", "text/*;q=0.5,*/*;q=0.1", "application/json;q=x"],
  "accept-encoding": ["gzip", "br", "identity", "gzip;q=0,*;q=0", "br, gzip", "zstd"],
  "accept-language": ["ru", "kk-KZ,kk;q=0.9", "*", "xx", "en;q=0"],
  range: ["bytes=0-99", "bytes=-5", "bytes=999999-", "bytes=5-1", "bytes=0-1,2-3", "x=1"],
  "if-none-match": ["*", '"x"', 'W/"x"', '"', "x".repeat(2_000)],
  "if-match": ["*", '"x"'],
  "if-modified-since": ["Mon, 23 Nov 2026 10:00:00 GMT", "x"],
  origin: ["https://evil.example", "null", "http://127.0.0.1", "x"],
  cookie: ["a=b", "token=kurs_x"],
  "x-forwarded-for": ["1.2.3.4", "::1", "x".repeat(500)],
  "x-http-method-override": ["DELETE"],
  "content-encoding": ["gzip", "br", "identity", "x"],
  "last-event-id": ["0", "5", "-1", "99999999999999999999", "x"],
  prefer: ["respond-async", "respond-async, wait=0", "x"],
};

function headersOf(
  { method, name }: Operation,
  token: string,
): fc.Arbitrary<Record<string, string>> {
  const some = Object.entries(mayBe).map(([header, values]) => {
    const value = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...values) },
      { weight: 1, arbitrary: hostileHeader },
    );
    return fc
      .tuple(value, odds(12))
      .map(([text, isThere]): Record<string, string> => (isThere ? { [header]: text } : {}));
  });
  const isWrite = write.test(method) && name !== "page";
  const right = fc.constant<Record<string, string>>({ authorization: `Bearer ${token}` });
  const wrong = fc
    .oneof(fc.constantFrom("Bearer kurs_x", "Basic YTpi", "Bearer", "bearer x y"), hostileHeader)
    .map((authorization) => ({ authorization }));
  const none = fc.constant({});
  const allowed = isWrite
    ? fc.oneof(
        { weight: 3_000, arbitrary: right },
        { weight: 300, arbitrary: none },
        { weight: 1, arbitrary: wrong },
      )
    : fc.oneof({ weight: 60, arbitrary: none }, { weight: 1, arbitrary: wrong });
  return fc
    .tuple(allowed, ...some)
    .map((headers) => Object.assign({}, ...headers) as Record<string, string>);
}
