import fc from "fast-check";

/** Bytes that are hardly HTTP, as latin1; sent in pieces. */
export interface BrokenRequest {
  kind: "broken";
  pieces: string[];
}

const host = "Host: kurs\r\n";
const get = `GET /healthz HTTP/1.1\r\n${host}`;
const post = `POST /api/v1/imports HTTP/1.1\r\n${host}Content-Type: text/csv\r\n`;

const known = [
  "GET /healthz HTTP/1.1\r\n\r\n",
  "GET /healthz HTTP/1.0\r\n\r\n",
  "GET /healthz\r\n\r\n",
  `GET /healthz HTTP/9.9\r\n${host}\r\n`,
  `get /healthz HTTP/1.1\r\n${host}\r\n`,
  `XYZZY /healthz HTTP/1.1\r\n${host}\r\n`,
  `GET /a b HTTP/1.1\r\n${host}\r\n`,
  `GET /\xff\xfe HTTP/1.1\r\n${host}\r\n`,
  `GET http://evil.example/healthz HTTP/1.1\r\n${host}\r\n`,
  `GET //evil.example/%2e%2e HTTP/1.1\r\n${host}\r\n`,
  `GET healthz HTTP/1.1\r\n${host}\r\n`,
  `GET ?x HTTP/1.1\r\n${host}\r\n`,
  `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
  `GET * HTTP/1.1\r\n${host}\r\n`,
  `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`,
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
  "SSH-2.0-x\r\n",
  "\r\n\r\n\r\n",
  "\0\0\0\0",
  `${get}${host}\r\n`,
  `${get}Host:\r\n\r\n`,
  `GET /healthz HTTP/1.1\r\nHost: a b\0c\r\n\r\n`,
  `${get}Expect: 100-continue\r\n\r\n`,
  `${get}Expect: something\r\n\r\n`,
  `${get}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: eA==\r\n\r\n`,
  `${get}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\n\r\n`,
  `${get}no colon\r\n\r\n`,
  `${get}X : y\r\n\r\n`,
  `${get}X: a\r\n b\r\n\r\n`,
  `${get}X: a\rb\r\n\r\n`,
  `${get}X: \0\r\n\r\n`,
  `${get}\x7f: y\r\n\r\n`,
  `${get}${"X: y\r\n".repeat(300)}\r\n`,
  `${get}${"X: y\r\n".repeat(3_000)}\r\n`,
  `${get}X: ${"y".repeat(20_000)}\r\n\r\n`,
  `GET /${"a".repeat(9_000)} HTTP/1.1\r\n${host}\r\n`,
  `GET /${"a".repeat(40_000)} HTTP/1.1\r\n${host}\r\n`,
  `${get}\r\n`.repeat(30),
  `${get}Content-Length: 5\r\n\r\nhello${get}\r\n`,
  `${post}Expect: 100-continue\r\nContent-Length: 5\r\n\r\n`,
  `${post}Content-Length: -1\r\n\r\n`,
  `${post}Content-Length: 1e3\r\n\r\nx`,
  `${post}Content-Length: 99999999999999999999\r\n\r\nx`,
  `${post}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`,
  `${post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
  `${post}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx`,
  `${post}Transfer-Encoding: chunked\r\n\r\n5;${"x".repeat(30_000)}\r\nhello\r\n0\r\n\r\n`,
  `${post}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n`,
  `${post}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
  `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
  `${post}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n`,
  `PUT /api/v1/sources/X HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
  `GET /api/v1/changes HTTP/1.1\r\n${host}\r\n${get}\r\n`,
  `DELETE /api/v1/events/1 HTTP/1.1\r\n${host}Authorization: Bearer \xff\r\n\r\n`,
];

const noise = fc
  .uint8Array({ minLength: 1, maxLength: 300 })
  .map((bytes) => Buffer.from(bytes).toString("latin1"));

/** Known kinds of trouble, with bytes changed, put in or cut off, in one piece or several; and noise. */
export const brokenRequest: fc.Arbitrary<BrokenRequest> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...known), fc.nat(200), fc.nat(4), noise)
        .map(
          ([text, at, length, put]) =>
            text.slice(0, at) + put.slice(0, 8) + text.slice(at + length),
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...known), fc.nat(120))
        .map(([text, n]) => text.slice(0, n)),
    },
    { weight: 1, arbitrary: noise },
  )
  .chain((text) => fc.nat(text.length).map((at) => [text.slice(0, at), text.slice(at)]))
  .map((pieces) => ({ kind: "broken", pieces: pieces.filter((piece) => piece !== "") }));
