import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Failure } from "../components/kurs-problem.ts";
import { AddressBar } from "./address-bar.ts";
import { lostFailure, whyLost } from "./lost-page.ts";
import type { NavigateDetail } from "./kurs-page.ts";
import { Recovery } from "./recovery.ts";
import { type Route, writeRoute } from "./route.ts";
import { readShownPage, type ShownPage } from "./shown-page.ts";
import { plainView, type View } from "./view.ts";

/** Told when a page is drawn; `isAnother` where another kind of page was there before. */
type Drawn = (isAnother: boolean) => Promise<void>;

/** Which page is on show: that of the address, which it follows and writes. */
export class PageOnShow implements ReactiveController {
  /** Null until the first page came. */
  shown: ShownPage | null = null;
  /** Why the page at the address is not there; null where it is. */
  lost: Failure | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #drawn: Drawn;
  readonly #bar = new AddressBar();
  readonly #recovery = new Recovery(() => void this.follow());
  #opening = 0;

  constructor(host: ReactiveControllerHost, drawn: Drawn) {
    this.#host = host;
    this.#drawn = drawn;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("popstate", this.#return);
  }

  hostDisconnected(): void {
    removeEventListener("popstate", this.#return);
    this.#recovery.cancel();
  }

  /** A step to an address; one that passes is no step that Back undoes, and the address follows when the reader pauses. */
  go({ href, passing = false }: NavigateDetail): void {
    if (!passing) {
      this.#bar.push(href);
      void this.follow();
      return;
    }
    this.#bar.replaceSoon(href);
    const { pathname, search } = new URL(href, location.href);
    void this.#open(pathname, search);
  }

  /** Shows the page at the address; where its code does not come, says so and tries again. */
  readonly follow = async (): Promise<void> => {
    try {
      await this.#open(location.pathname, location.search);
    } catch (error) {
      const problem = await whyLost(error);
      this.#recovery.plan(problem);
      this.lost = lostFailure(problem);
      this.#host.requestUpdate();
    }
  };

  /** The page cannot do what its address says under a key: it shows the default, the address follows, and the reader is told. */
  ignore(key: keyof View): void {
    if (!this.shown) return;
    const { route, ignored } = this.shown;
    const told = `${key}=${String(route.view[key])}`;
    const view = { ...route.view, [key]: plainView[key] };
    this.#show({ ...this.shown, route: { ...route, view }, ignored: [...ignored, told] });
    history.replaceState(null, "", writeRoute({ ...route, view }));
  }

  /** The reader has seen what was said in vain. */
  dismiss(): void {
    if (this.shown) this.#show({ ...this.shown, ignored: [] });
  }

  /** What was asked for later wins over what comes later. */
  async #open(pathname: string, search: string) {
    const opening = (this.#opening += 1);
    const shown = await readShownPage(pathname, search);
    if (opening !== this.#opening) return;
    correctAddress(pathname, shown.route);
    const before = this.lost ? null : this.shown;
    this.#recovery.settle();
    this.lost = null;
    this.#show(shown);
    document.documentElement.lang = shown.route.language;
    await this.#host.updateComplete;
    const { name } = shown.route.page;
    await this.#drawn(before !== null && before.route.page.name !== name);
  }

  #show(shown: ShownPage) {
    this.shown = shown;
    this.#host.requestUpdate();
  }

  readonly #return = () => {
    this.#bar.forget();
    void this.follow();
  };
}

/** A page that was asked for by another path than its own has its own in the address bar. */
function correctAddress(pathname: string, route: Route) {
  const href = writeRoute(route);
  if (route.page.name !== "not-found" && new URL(href, location.href).pathname !== pathname)
    history.replaceState(null, "", href);
}
