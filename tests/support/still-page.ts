import type { Page, Request } from "playwright-core";

/** What each watched page still waits for. */
const underWay = new WeakMap<Page, Set<Request>>();
/** So many looks in a row must find a page at rest, each after this pause. */
const [quietLooks, pauseMs] = [3, 40];
/** The rate page asks for its events 700 ms after its rates, and never where there is nothing to ask for. */
const eventsMs = 1_000;

/** Notes from now on what a page asks for. Call it before the first address. */
export function watchRequests(page: Page): void {
  const asked = new Set<Request>();
  underWay.set(page, asked);
  const end = (request: Request) => asked.delete(request);
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  page.on("request", (request) => {
    if (request.isNavigationRequest()) asked.clear();
    // The stream of changes has no end.
    if (!request.url().includes("/api/v1/changes")) asked.add(request);
  });
}

/** Waits until a watched page has all it asked for, has drawn it, and asks for nothing more. */
export async function untilStill(page: Page): Promise<void> {
  for (let quiet = 0; quiet < quietLooks; quiet = underWay.get(page)?.size === 0 ? quiet + 1 : 0) {
    await untilDrawn(page, 1);
    await page.waitForTimeout(pauseMs);
  }
}

/** Goes to an address and waits until its page is still; the rate page has its events then. */
export async function goTo(page: Page, address: string): Promise<void> {
  await load(page, address, () => page.goto(address));
}

/** The same for the address that the page is at. */
export async function reload(page: Page): Promise<void> {
  await load(page, page.url(), () => page.reload());
}

async function load(page: Page, address: string, go: () => Promise<unknown>) {
  const isRate = /\/rates\//.test(address);
  const events = isRate && page.waitForRequest(/\/events\?/, { timeout: 0 }).catch(() => undefined);
  await go();
  await untilStill(page);
  if (!isRate) return;
  await Promise.race([events, page.waitForTimeout(eventsMs)]);
  await untilStill(page);
}

/**
 * Waits until a page has nothing left to do and has drawn what it did, so many frames in a row: what is drawn for
 * another width may change a width itself.
 */
export async function untilDrawn(page: Page, frames = 3): Promise<void> {
  await page.evaluate(async (count) => {
    // A page that has nothing to draw may be given no frame.
    const within = (ask: (done: () => void) => void) =>
      new Promise<void>((resolve) => {
        ask(resolve);
        setTimeout(resolve, 100);
      });
    for (let frame = 0; frame < count; frame += 1) {
      await within((done) => requestAnimationFrame(() => done()));
      await within((done) => requestIdleCallback(() => done()));
    }
  }, frames);
}
