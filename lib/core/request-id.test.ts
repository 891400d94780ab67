import { describe, expect, it } from "vitest";
import { givenRequestId } from "./request-id";

describe("the id that a request came with", () => {
  it.each([
    ["8f14e45fceea167a5a36dedd4bea2543", true],
    ["0190f2a4-7e6c-7d2b-9f3a-0c1d2e3f4a5b", true],
    ["edge.1_22-abc", true],
    ["short", false],
    ["", false],
    ["a".repeat(65), false],
    ["with space 1234", false],
    ["line\nbreak-1234", false],
    ['quote"-12345678', false],
    ["-starts-with-hyphen", false],
  ])("%j from a proxy of ours is taken: %s", (header, isTaken) => {
    expect(givenRequestId(header, true)).toBe(isTaken ? header : null);
  });

  it("is not taken from a stranger, nor when it was sent twice", () => {
    expect(givenRequestId("8f14e45fceea167a", false)).toBeNull();
    expect(givenRequestId(["8f14e45fceea167a", "8f14e45fceea167b"], true)).toBeNull();
    expect(givenRequestId(undefined, true)).toBeNull();
  });
});
