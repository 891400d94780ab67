import { describe, expect, it } from "vitest";
import { lockMs, nextLock } from "./writing-lock";

const now = new Date("2031-03-14T12:00:00Z");
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const iryna = { userId: "iryna", tabId: "one" };
const held = { ...iryna, takenAt: at(-300), expiresAt: at(30) };
const fresh = (writer: typeof iryna) => ({ ...writer, takenAt: now, expiresAt: at(lockMs / 1000) });

describe("the lock on a draft", () => {
  it.each([
    ["is taken by whoever writes first", null, iryna, false, fresh(iryna)],
    ["is kept by who goes on, since when they began", held, iryna, false, { ...held, expiresAt: at(120) }],
    ["is not taken from who is writing", held, { userId: "marko", tabId: "x" }, false, held],
    ["is not taken by the same person's other tab", held, { ...iryna, tabId: "two" }, false, held],
    [
      "is taken over by who says so",
      held,
      { userId: "marko", tabId: "x" },
      true,
      fresh({ userId: "marko", tabId: "x" }),
    ],
    [
      "that ran out is free",
      { ...held, expiresAt: now },
      { userId: "marko", tabId: "x" },
      false,
      fresh({ userId: "marko", tabId: "x" }),
    ],
    ["that ran out begins anew for who held it", { ...held, expiresAt: now }, iryna, false, fresh(iryna)],
  ])("%s", (_what, lock, writer, takesOver, expected) =>
    expect(nextLock(lock, writer, takesOver, now)).toEqual(expected),
  );
});
