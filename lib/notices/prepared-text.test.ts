import { describe, expect, it } from "vitest";
import { noticeLimit } from "../publications/notice-limits";
import { noticeSchema } from "../publications/schema";
import { changedWordsNotice, unreliableSourceNotice, type ChangedWords } from "./prepared-text";

const change: ChangedWords = {
  source: "Coastal Wire",
  disclosure: "public",
  outcome: "altered",
  use: "evidence",
  was: "almost €4.5 million",
  is: "almost €5.4 million",
  method: "fetched",
  checkedAt: new Date("2031-03-15T09:00:00Z"),
};
const text = (more: Partial<ChangedWords> = {}) => changedWordsNotice({ ...change, ...more });

describe("the draft of a notice about changed words", () => {
  it("says what we quoted, what stands there now, and when we looked", () => {
    expect(text()).toBe(
      "Coastal Wire: words that we quote read differently when we looked on 15 March 2031. They were: “almost €4.5 million”. They are now: “almost €5.4 million”. We are checking whether our finding still stands.",
    );
  });

  it("says of a pasted or uploaded copy that we put it in, never what the source says now or said before", () => {
    expect(text({ method: "pasted" })).toBe(
      "Coastal Wire: words that we quote read differently in a copy that we pasted on 15 March 2031. As quoted: “almost €4.5 million”. In the copy: “almost €5.4 million”. We are checking whether our finding still stands.",
    );
    const gone = text({ method: "uploaded", outcome: "gone", is: null });
    expect(gone).toContain("do not stand in a copy that we uploaded on 15 March 2031: “almost");
    expect(gone).not.toMatch(/we looked|now|were/);
  });

  it("never says of words that are gone that somebody edited them", () => {
    const gone = text({ outcome: "gone", is: null });
    expect(gone).toContain("were not on the page when we looked");
    expect(gone).not.toMatch(/edit|chang|alter|differ/i);
  });

  it("names and quotes nothing that the publication does not", () => {
    for (const disclosure of ["described", "withheld"] as const) {
      const hidden = text({ disclosure });
      expect(hidden).not.toMatch(/Coastal|4\.5|5\.4/);
      expect(hidden).toContain("A source that this check relies on");
      const marked = { disclosure, source: "Coastal Wire", isDirect: true, markedAt: change.checkedAt };
      expect(unreliableSourceNotice({ ...marked, reliability: "retracted" })).not.toContain("Coastal");
    }
  });

  it("shows the place of the change in a long quote, and stays short enough to sign", () => {
    const long = `${"the board met and talked about the ferries ".repeat(12)}for`;
    const notice = text({ was: `${long} $42 million in all.`, is: `${long} $43 million in all.` });
    expect(notice).toContain("$42 million");
    expect(notice).toContain("$43 million");
    expect(noticeSchema.safeParse({ kind: "source-changed", text: notice }).success).toBe(true);
    const endless = text({ was: "word ".repeat(800), is: "other ".repeat(800), source: "x".repeat(200) });
    expect(endless.length).toBeLessThanOrEqual(noticeLimit);
    const copy = { method: "uploaded", use: "appearance", source: "x".repeat(200) } as const;
    const autumn = new Date("2031-09-25T09:00:00Z");
    const endlessCopy = text({
      was: "word ".repeat(800),
      is: "other ".repeat(800),
      ...copy,
      checkedAt: autumn,
    });
    expect(endlessCopy.length).toBeLessThanOrEqual(noticeLimit);
  });
});

it("says of a source that was marked what happened to it, and whether we rest on it ourselves", () => {
  const facts = { source: "Coastal Wire", disclosure: "public", markedAt: change.checkedAt } as const;
  expect(unreliableSourceNotice({ ...facts, reliability: "retracted", isDirect: true })).toBe(
    "A source of this check, “Coastal Wire”, was withdrawn by its outlet (noted on 15 March 2031). We are checking whether our finding still stands.",
  );
  expect(unreliableSourceNotice({ ...facts, reliability: "compromised", isDirect: false })).toBe(
    "A report that a source of this check draws on can no longer be relied on (noted on 15 March 2031). We are checking whether our finding still stands.",
  );
});
