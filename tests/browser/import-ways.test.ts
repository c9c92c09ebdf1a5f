import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { createToken } from "../../server/import/token.ts";
import { startSite } from "../support/browser.ts";
import { startDesk } from "../support/import-desk.ts";

const site = startSite("fixtures", { IMPORT_MAX_BYTES: "3000000" });
const desk = startDesk(site);

const header = "date,base,quote,rate,source\n";
const line = (day: string, rate: string, source: string) => `${day},USD,KGS,${rate},${source}\n`;
const checked = (page: Page, name: string) =>
  page.getByRole("heading", { name: `${name}: what an import would do` }).waitFor();
const signIn = (page: Page) =>
  page.evaluate((token) => {
    sessionStorage.setItem("kurs-token", `${token} desk`);
  }, desk.token);

/** Drops a file on the page, as a mouse would. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      const asked = { bubbles: true, cancelable: true, dataTransfer };
      const over = new DragEvent("dragover", asked);
      document.body.dispatchEvent(over);
      const dropped = new DragEvent("drop", asked);
      document.body.dispatchEvent(dropped);
      return over.defaultPrevented && dropped.defaultPrevented;
    },
    [name, text] as const,
  );

/** So many rates of a source of its own. */
function manyRates(count: number, source: string): string {
  const day = (at: number) =>
    new Date(Date.UTC(1995, 0, 1 + (at % 11_000))).toISOString().slice(0, 10);
  const lines = Array.from({ length: count }, (_, at) =>
    line(day(at), "80", `${source}_${Math.floor(at / 11_000)}`),
  );
  return header + lines.join("");
}

it("takes what is dropped, pasted or packed, and says what it does not take", async () => {
  const look = async (page: Page) => {
    await signIn(page);
    await drop(page, "rates.xlsx", "PK");
    await page
      .getByRole("alert")
      .getByText(/rates\.xlsx/)
      .waitFor();

    expect(await drop(page, "dropped.csv", header + line("2026-10-01", "87.5", "DROP"))).toBe(true);
    await checked(page, "dropped.csv");
    // Anywhere else a drop does nothing; without the page the browser would open the file.
    expect(await drop(page, "other.csv", header)).toBe(true);
    await page.getByText(/DROP/).first().waitFor();

    await desk.press(page, "button", /another file/);
    await page.getByText("Paste the text instead").press("Enter");
    await page
      .getByLabel("Lines of the table, with its header")
      .fill(header + line("2026-10-01", "87.6", "PASTE"));
    await desk.press(page, "button", /^Read this text$/);
    await checked(page, "pasted.csv");

    await desk.press(page, "button", /another file/);
    await desk.give(page, "packed.csv.gz", gzipSync(header + line("2026-10-01", "87.7", "PACKED")));
    await checked(page, "packed.csv");
    await desk.press(page, "button", /^Add 1, change 0$/);
    await page.getByText("1 added, 0 changed.").waitFor();
  };
  // The series are new: what is stored of them is asked for in vain.
  await site.visit("/en/import", look, { expected: /404/ });
});

it("tells the most that is taken before a larger file is sent", async () => {
  await site.visit("/en/import", async (page) => {
    await signIn(page);
    let sent = 0;
    page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0));
    await desk.give(page, "large.csv", manyRates(130_000, "LARGE"));
    await page
      .getByText(/The file has 3\.\d MB; at most 3\.0 MB are taken\./)
      .last()
      .waitFor();
    expect(sent).toBe(0);
    expect(await page.getByRole("button", { name: "Retry" }).count()).toBe(0);
  });
});

it("asks for another token where the first was revoked, goes on after a server that was away, and waits for nobody", async () => {
  const token = await createToken(site.database.pool, "second");
  const look = async (page: Page) => {
    await signIn(page);
    await desk.give(page, "many.csv", manyRates(10_000, "MANY"));
    await checked(page, "many.csv");
    await site.database.pool.query("update token set revoked_at = now() where label = 'desk'");
    await desk.press(page, "button", /^Add 10,000, change 0$/);
    await page.getByLabel("Token", { exact: true }).waitFor();
    await page.route("**/imports/jobs/**", (route) => route.abort());
    await page.keyboard.type(token);
    await page.keyboard.press("Enter");
    await page.getByText("The server cannot be reached. Check the connection.").last().waitFor();
    await page.unroute("**/imports/jobs/**");
    // By itself; meanwhile the reader may be elsewhere.
    await page.getByText("10,000 added, 0 changed.").waitFor();
    await page.getByRole("navigation").getByRole("link", { name: "Events" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
    await page.goBack();
    await page.getByText("10,000 added, 0 changed.").waitFor();
    await page.reload();
    await page.getByText("10,000 added, 0 changed.").waitFor();
  };
  await site.visit("/en/import", look, { expected: /401|Failed to load resource|net::ERR/ });
});
