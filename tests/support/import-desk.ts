import type { Page } from "playwright-core";
import { beforeAll } from "vitest";
import { createToken } from "../../server/import/token.ts";
import type { TestSite } from "./browser.ts";

/** Somebody who imports files in the browser, with the keyboard alone. */
export interface ImportDesk {
  readonly token: string;
  /** Gives the page a file; the token is typed where the page asks for one. */
  give: (page: Page, name: string, bytes: string | Buffer) => Promise<void>;
  /** Presses a button that has the focus, or can be reached by Tab. */
  press: (page: Page, role: "button" | "checkbox" | "radio", name: RegExp) => Promise<void>;
}

/** Makes a token on the site's database and gives the ways to use it. */
export function startDesk(site: TestSite): ImportDesk {
  const made = { token: "" };
  beforeAll(async () => {
    made.token = await createToken(site.database.pool, "desk");
  });
  return {
    get token() {
      return made.token;
    },
    async give(page, name, bytes) {
      const chooser = page.waitForEvent("filechooser");
      await page.locator("input[type=file]").focus();
      await page.keyboard.press("Enter");
      await (await chooser).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(bytes) });
      if (await page.evaluate(() => sessionStorage.getItem("kurs-token") !== null)) return;
      await page.getByLabel("Token", { exact: true }).waitFor();
      await page.keyboard.type(made.token);
      await page.keyboard.press("Enter");
    },
    async press(page, role, name) {
      const control = page.getByRole(role, { name });
      await control.focus();
      await page.keyboard.press(role === "button" ? "Enter" : "Space");
    },
  };
}

/** The name of what has the focus, wherever it is. */
export async function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent.trim() ?? "";
  });
}
