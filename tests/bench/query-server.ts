import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";
import pino from "pino";
import { createApp } from "../../server/app.ts";
import { createAppServer } from "../../server/app-server.ts";
import { ImportJobs } from "../../server/import/import-jobs.ts";
import { createPool, createReaders } from "../../server/sql/database.ts";
import { Listening } from "../../server/sql/listen.ts";
import type { Told } from "./bench.ts";

const fault = (error: unknown): never => {
  throw error;
};

const noLimit = "1000000000";

/** A process that serves as `npm start` does, logging included. Its words are the database's address, how many bytes of answers it keeps, and how many requests a minute a client may send. */
export async function serveQueries({ words }: Told): Promise<void> {
  const [url = "", keptBytes = "0", rateLimit = noLimit] = words;
  const { server } = await openQueryServer(url, Number(keptBytes), Number(rateLimit));
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
}

/** A statement as it was sent. */
export interface Statement {
  /** Of a prepared one. */
  name?: string;
  text: string;
  values?: unknown[];
}

/** The select statements that the server sends to answer each path once it has answered it before. */
export async function statementsFor(url: string, paths: readonly string[]): Promise<Statement[][]> {
  const { server, sent, close } = await openQueryServer(url, 0, Number(noLimit));
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    if (!response.ok) throw new Error(await response.text());
    await response.text();
  };
  const all: Statement[][] = [];
  for (const path of paths) {
    await ask(path);
    // What it learns about a question, it learns with the first two.
    await ask(path);
    sent.length = 0;
    await ask(path);
    all.push(sent.filter(({ text }) => /^\s*(select|with)/.test(text)));
  }
  await close();
  return all;
}

const never = new AbortController().signal;

async function openQueryServer(url: string, keptBytes: number, rateLimit: number) {
  const pool = createPool({ connectionString: url }, fault);
  const readers = createReaders(pool, fault);
  const sent: Statement[] = [];
  for (const each of [pool, readers]) each.on("connect", (client) => record(client, sent));
  const listening = new Listening(pool);
  await listening.open();
  const { server, adopt } = createAppServer();
  adopt(
    createApp({
      pool,
      readers,
      log: pino(
        pino.destination({ dest: "/dev/null", sync: false, minLength: 8_192, periodicFlush: 100 }),
      ),
      now: () => new Date(),
      clientFolder: null,
      migrationsFolder: "migrations",
      publicUrl: "http://localhost",
      trustProxy: false,
      importMaxBytes: 0,
      rateLimit,
      jobs: new ImportJobs(pool, fault),
      listening,
      keptBytes,
      shutdown: { draining: never, cutting: never },
      build: "bench",
    }),
  );
  await listen(server);
  const close = async () => {
    await listening.close();
    server.closeAllConnections();
    server.close();
    await Promise.all([readers.end(), pool.end()]);
  };
  return { server, sent, close };
}

function record(client: pg.PoolClient, sent: Statement[]): void {
  const query = client.query.bind(client) as (...told: unknown[]) => unknown;
  client.query = ((...told: unknown[]) => {
    const [statement, values] = told as [Statement | string, unknown[] | undefined];
    if (sent.length > 1_000) sent.length = 0;
    sent.push(
      typeof statement === "string" ? { text: statement, values: values ?? [] } : statement,
    );
    return query(...told);
  }) as typeof client.query;
}

/** A process of bare `node:http` that sends the bytes of a file, with the few headers that they need. Its words are the file, its coding and the tag that it answers 304 to. */
export async function serveBytes({ words }: Told): Promise<void> {
  const [path = "", coding = "", etag = ""] = words;
  const body = readFileSync(path);
  const headers = { "Content-Type": "application/json", "Content-Length": body.length, ETag: etag };
  const packed = coding === "gzip" ? { ...headers, "Content-Encoding": coding } : headers;
  const server = createServer((req, res) => {
    if (req.headers["if-none-match"] === etag) res.writeHead(304, { ETag: etag }).end();
    else res.writeHead(200, packed).end(body);
  });
  await listen(server);
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
}

async function listen(server: Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
}
