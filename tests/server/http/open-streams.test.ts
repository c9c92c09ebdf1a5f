import { describe, expect, it } from "vitest";
import { KursError } from "../../../server/domain/kurs-error.ts";
import { OpenStreams } from "../../../server/http/open-streams.ts";

const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof KursError) return [error.kind, error.retryAfterSeconds];
    throw error;
  }
  return null;
};

describe("open streams", () => {
  it("of one client are bounded, and leave room to others", () => {
    const open = new OpenStreams(5, 2);
    const leave = open.enter("a");
    open.enter("a");
    expect(refusal(() => open.enter("a"))).toEqual(["too-many-requests", 60]);
    open.enter("b");
    leave();
    open.enter("a");
    expect(refusal(() => open.enter("a"))).toEqual(["too-many-requests", 60]);
  });

  it("are bounded in all, and those refused take no room", () => {
    const open = new OpenStreams(2, 2);
    const leave = open.enter("a");
    open.enter("b");
    for (let i = 0; i < 5; i++)
      expect(refusal(() => open.enter("c"))).toEqual(["too-many-requests", 60]);
    leave();
    const left = open.enter("c");
    left();
    open.enter("a");
  });
});
