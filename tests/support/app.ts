import type { AddressInfo } from "node:net";
import pino from "pino";
import { afterAll, beforeAll } from "vitest";
import type { z } from "zod";
import { createApp } from "../../server/app.ts";
import type { AppParts } from "../../server/app-parts.ts";
import { createAppServer } from "../../server/app-server.ts";
import { type Endpoints, endpoints } from "../../server/contract/endpoints.ts";
import { fillPath } from "../../server/contract/paths.ts";
import { Problem, problems } from "../../server/contract/problem.ts";
import { ImportJobs } from "../../server/import/import-jobs.ts";
import { createToken } from "../../server/import/token.ts";
import { createReaders, type Pool } from "../../server/sql/database.ts";
import { Listening } from "../../server/sql/listen.ts";
import { cloneDatabase, type TestDatabase } from "./database.ts";

type Name = keyof Endpoints;
/** An answer as the contract reads it, and its text, in which digits are to the letter. */
export interface Answer<Body> {
  body: Body;
  text: string;
  response: Response;
}

/** The real app on a port of its own, with a database of its own. */
export interface TestApp {
  readonly database: TestDatabase;
  readonly address: string;
  readonly token: string;
  readonly jobs: ImportJobs;
  /** Asks an endpoint and reads the answer by its contract; anything but success fails the test. */
  ask: <N extends Name>(
    name: N,
    parts?: Record<string, string>,
    query?: Record<string, string>,
    init?: RequestInit,
  ) => Promise<Answer<z.output<Endpoints[N]["response"]>>>;
  /** Asks a path that is to fail, and reads the problem. */
  refused: (path: string, init?: RequestInit) => Promise<Answer<Problem>>;
}

/** A Thursday, two days after the newest figure of the fixtures. */
const thursday = () => new Date("2026-10-01T12:00:00Z");

const never = new AbortController().signal;

/** One server process's worth of the app, on a port of its own. */
export interface RunningApp {
  address: string;
  listening: Listening;
  jobs: ImportJobs;
  close: () => Promise<void>;
}

/** Runs the app on a database; several may share one, as servers do. */
export async function runApp(pool: Pool, told: Partial<AppParts> = {}): Promise<RunningApp> {
  const { server, adopt } = createAppServer();
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const readers = createReaders(pool, () => undefined);
  const listening = new Listening(pool);
  await listening.open();
  const jobs = new ImportJobs(pool, (error) => {
    throw error;
  });
  adopt(
    createApp({
      pool,
      readers,
      log: pino({ level: "silent" }),
      now: thursday,
      clientFolder: null,
      migrationsFolder: "migrations",
      publicUrl: address,
      trustProxy: false,
      importMaxBytes: 1_000_000,
      rateLimit: 1_000_000,
      jobs,
      listening,
      keptBytes: 10_000_000,
      shutdown: { draining: never, cutting: never },
      build: "test",
      ...told,
    }),
  );
  const close = async () => {
    await listening.close();
    // Clients open connections ahead that no request came over, and keep them for a minute.
    const cut = setTimeout(() => server.closeAllConnections(), 500);
    await new Promise((resolve) => server.close(resolve));
    clearTimeout(cut);
    await jobs.close(0);
    await readers.end();
  };
  return { address, listening, jobs, close };
}

/** Starts the app for the calling test file. Today is an argument. */
export function startApp(
  template: "empty" | "fixtures" = "fixtures",
  now: () => Date = thursday,
): TestApp {
  const database = cloneDatabase(template);
  const started = { token: "" };
  let app: RunningApp;

  beforeAll(async () => {
    app = await runApp(database.pool, { now });
    started.token = await createToken(database.pool, "test");
  });
  afterAll(() => app.close());

  return {
    database,
    get jobs() {
      return app.jobs;
    },
    get address() {
      return app.address;
    },
    get token() {
      return started.token;
    },
    async ask(name, parts = {}, query = {}, init = {}) {
      const { path, response: schema, method } = endpoints[name];
      const search = new URLSearchParams(query).toString();
      const response = await fetch(`${app.address}${fillPath(path, parts)}?${search}`, {
        method,
        ...init,
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${response.status} ${text}`);
      const body = schema.parse(JSON.parse(text)) as z.output<Endpoints[typeof name]["response"]>;
      return { body, text, response };
    },
    async refused(path, init) {
      const response = await fetch(`${app.address}${path}`, init);
      const text = await response.text();
      const body = Problem.parse(JSON.parse(text));
      const { status } = problems[body.type.slice("/problems/".length) as keyof typeof problems];
      if (response.ok || response.status !== status || body.status !== status)
        throw new Error(`${response.status} ${text}`);
      return { body, text, response };
    },
  };
}
