import { describe, expect, it } from "vitest";
import { largest, ledgerCells, shareWords, type LedgerRow } from "./ledger";

describe("the share that was chosen", () => {
  it.each([
    [{ chosen: 0, declined: 0 }, "–"],
    [{ chosen: 0, declined: 3 }, "0%"],
    [{ chosen: 1, declined: 2 }, "33%"],
    [{ chosen: 2, declined: 0 }, "100%"],
  ])("of %o is %s", (tally, words) => expect(shareWords(tally)).toBe(words));
});

describe("the largest rows", () => {
  const tally = (key: string, chosen: number, declined: number) => ({ key, chosen, declined });
  const all = [tally("b", 1, 0), tally("a", 1, 0), tally("c", 4, 4), tally("d", 0, 2)];
  it("stand first, and the others are summed up so that nothing is lost", () =>
    expect(largest(all, 3)).toEqual([tally("c", 4, 4), tally("d", 0, 2), tally("rest", 2, 0)]));
  it("are all of them when there is room", () =>
    expect(largest(all, 4).map(({ key }) => key)).toEqual(["c", "d", "a", "b"]));
});

it("the ledger as cells says nothing of how to reach a reader", () => {
  const row: LedgerRow = {
    id: "t1",
    what: "tip",
    text: "Is it so?",
    reason: "opinion",
    note: null,
    topics: [],
    source: "example.org",
    cameAt: "2031-03-01T12:00:00.000Z",
    decided: null,
    claimId: null,
    claimStands: null,
  };
  const [head, cells] = ledgerCells([row]);
  expect(cells).toHaveLength(head!.length);
  expect(head).not.toContain("contact");
});
