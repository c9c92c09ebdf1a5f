import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type CursorAction, cursorAction } from "../chart/cursor-action.ts";
import { nearestIndex } from "../chart/cursor.ts";
import type { FigureEvent } from "../chart/event-marks.ts";
import { periodMs } from "../chart/gaps.ts";
import { tell } from "./line-figure-events.ts";
import { eventIndex, type Track } from "./line-picture.ts";

/** The figure that a cursor moves in: what it shows, and what its page has pinned and put in focus. */
export interface CursorHost extends ReactiveControllerHost, HTMLElement {
  readonly tracks: readonly Track[];
  readonly nominal: number;
  readonly events: readonly FigureEvent[];
  pinned: string | null;
  focused: string | null;
  /** The list of keys, once it is there. */
  readonly keys: HTMLElement | null;
}

/** The reader's cursor in a figure of lines: keys and pointer move it, the page hears of what it has to know. */
export class LineCursor implements ReactiveController {
  /** The line under the pointer; it stands out for as long. */
  hovered: string | null = null;
  readonly #host: CursorHost;
  /** Where the reader has moved it; null before and after. */
  #period: string | null = null;
  #line = "";

  constructor(host: CursorHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The line that the cursor walks along; undefined where there is none with anything to stand upon. */
  get track(): Track | undefined {
    const walkable = this.#host.tracks.filter(({ seen }) => seen.length > 0);
    const wanted = this.hovered ?? this.#line;
    return walkable.find(({ id }) => id === wanted) ?? walkable[0];
  }

  /** The index on the track: of the period stood upon, or the nearest to it, or of the last observation. */
  get at(): number {
    const { seen = [], moments = [] } = this.track ?? {};
    const period = this.#period ?? this.#host.pinned;
    if (period === null) return seen.length - 1;
    const exact = seen.findIndex((one) => one.period === period);
    return exact >= 0 ? exact : nearestIndex(moments, periodMs(period));
  }

  /** Where it is drawn; null while it stands nowhere in particular. */
  get place(): { x: number; y: number; panel: number } | null {
    const { track, at } = this;
    if (!track || (this.#period === null && this.#host.pinned === null)) return null;
    const y = (track.seen[at]?.value ?? NaN) * this.#host.nominal;
    return { x: track.moments[at] ?? NaN, y, panel: track.panel };
  }

  hostConnected(): void {
    this.#period = null;
  }

  /** The page has put another line in focus: the cursor walks along it. */
  follow(id: string | null): void {
    if (id !== null) this.#line = id;
  }

  /** Does what the key asks for; false where it is not the cursor's. */
  press(event: KeyboardEvent): boolean {
    const { track, at } = this;
    if (event.altKey || event.ctrlKey || event.metaKey || !track) return false;
    const { tracks, events } = this.#host;
    const action = cursorAction(event, {
      lines: tracks.map(({ moments, line: { frequency } }) => ({ moments, frequency })),
      line: tracks.indexOf(track),
      at,
      events: events.flatMap((event) => track.moments[eventIndex(track, event)] ?? []),
    });
    if (action) this.#act(action, track);
    return action !== null;
  }

  /** The pointer is at a moment, or over the label of a line. */
  point(x: number, label: string | null): void {
    this.hovered = label;
    const { track } = this;
    if (label === null && track) this.#moveTo(track, nearestIndex(track.moments, x));
    this.#host.requestUpdate();
  }

  /** A tap pins a moment, or puts a line in focus. */
  tap(x: number, label: string | null): void {
    if (label !== null) {
      this.#standOut(this.#host.focused === label ? null : label);
      this.#line = label;
      return;
    }
    this.point(x, null);
    this.#pin();
  }

  /** The pointer is over a line's name, or has left it. */
  hover(id: string | null): void {
    this.hovered = id;
    this.#host.requestUpdate();
  }

  /** The pointer is gone. What a finger pointed at stays, since a finger leaves when it is lifted. */
  leave(pointer: string): void {
    if (pointer === "mouse") this.#period = null;
    this.hover(null);
  }

  #act(action: CursorAction, track: Track): void {
    const host = this.#host;
    switch (action.kind) {
      case "move":
        return this.#moveTo(track, action.at);
      case "focus":
        return this.#changeLine(action.line, action.at);
      case "range":
        return tell(host, "range", { span: action.span });
      case "choice":
        return tell(host, "choice", { choice: action.choice });
      case "pin":
        return this.#pin();
      case "keys":
        return void host.keys?.togglePopover();
      case "release":
        return this.#release();
    }
  }

  #moveTo({ seen }: Track, at: number): void {
    this.#period = seen[at]?.period ?? null;
    this.#host.requestUpdate();
  }

  #changeLine(line: number, at: number): void {
    const track = this.#host.tracks[line];
    if (!track) return;
    this.#line = track.id;
    this.#moveTo(track, at);
    if (this.#host.tracks.length > 1) this.#standOut(track.id);
  }

  #standOut(id: string | null): void {
    this.#host.focused = id;
    tell(this.#host, "focus", { id });
  }

  #pin(): void {
    const period = this.track?.seen[this.at]?.period ?? null;
    const wanted = this.#host.pinned === period ? null : period;
    this.#period = period;
    this.#host.pinned = wanted;
    tell(this.#host, "pin", { period: wanted });
  }

  /** One press, one step: the list of keys first, then pin and cursor together. */
  #release(): void {
    const { keys, pinned, focused } = this.#host;
    if (keys?.matches(":popover-open")) {
      keys.hidePopover();
      return;
    }
    this.#period = this.#host.pinned = null;
    if (pinned !== null) tell(this.#host, "pin", { period: null });
    if (focused !== null) this.#standOut(null);
    this.#host.requestUpdate();
  }
}
