import { KursElement } from "./kurs-element.ts";

/** An element that is first rendered in a task of its own, after what stands above it: a slow machine paints in between. */
export class LaterElement extends KursElement {
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }
}
