import type { TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { KeptTask } from "./kept-task.ts";
import type { KursPage } from "./kurs-page.ts";

/** Renders a part of a page again only when what its tasks know has changed: a dozen answers come one after the other. */
export function renderOnce(
  { route, texts, locale }: Pick<KursPage, "route" | "texts" | "locale">,
  tasks: readonly KeptTask<readonly unknown[], unknown>[],
  render: () => TemplateResult,
) {
  const known = tasks.flatMap(({ kept, error, isRefetching }) => [kept, error, isRefetching]);
  return guard([...known, route, texts, locale], render);
}
