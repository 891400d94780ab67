import { describe, expect, it } from "vitest";
import { eventFor, frameOf, readNotice } from "./live-notice";

describe("a notice of the database", () => {
  it.each([
    ["no JSON", "*"],
    ["no object", '"changed"'],
    ["nothing", "null"],
    ["a kind of a later version", '{"kind":"song","claimId":"a"}'],
    ["a change of no claim", '{"kind":"changed","claimId":null,"entryId":"e"}'],
    ["an id that is no text", '{"kind":"here","claimId":{"$gt":""}}'],
    ["an id without end", JSON.stringify({ kind: "here", claimId: "x".repeat(101) })],
  ])("that is %s is passed over", (_what, payload) => expect(readNotice(payload)).toBeNull());

  it("is told to each browser without who did it, but for oneself", () => {
    const notice = readNotice('{"kind":"changed","claimId":"c","entryId":"e","actorId":"marko","text":"x"}')!;
    expect(eventFor(notice, "iryna")).toEqual({ kind: "changed", claimId: "c", entryId: "e", byMe: false });
    expect(eventFor(notice, "marko")).toMatchObject({ byMe: true });
  });

  it("about one person's news is told to nobody else", () => {
    const notice = readNotice('{"kind":"news","userId":"iryna"}')!;
    expect(eventFor(notice, "iryna")).toEqual({ kind: "news" });
    expect(eventFor(notice, "marko")).toBeNull();
  });

  it("becomes one event of a stream, which ends with an empty line and cannot be broken up from inside", () => {
    const frame = frameOf({ kind: "here", claimId: "a\n\nevent: evil" });
    expect(frame.match(/\n\n/g)).toHaveLength(1);
    expect(frameOf({ kind: "changed", claimId: "c", entryId: "e1", byMe: false })).toMatch(
      /^id: e1\nevent: desk\n/,
    );
  });
});
