import { describe, expect, test } from "vitest";
import { verdictHtml, wordsOf } from "./fixtures/verdict-html";

describe("a verdict page that is not what holds now", () => {
  test("in a preview says when it will be published, or that it is not, and no time as if it had been", () => {
    const at = "2024-07-09T06:00:00Z";
    const draft = { firstPublishedAt: null };
    const versions = { versions: [] };
    const scheduled = wordsOf(
      verdictHtml({ version: 1, publishedAt: at }, { ...versions, draft: { ...draft, publishAt: at } }),
    );
    expect(scheduled).toMatch(/^.*Scheduled for 9 July 2024(, | at )06:00 UTC · signed by Editor One/s);
    expect(scheduled).toMatch(/Publishedscheduled for 9 July 2024/);
    const unsigned = wordsOf(
      verdictHtml({ version: 1, publishedAt: at }, { ...versions, draft: { ...draft, publishAt: null } }),
    );
    expect(unsigned).toContain("Not published yet");
    expect(unsigned).not.toContain("Signed");
    expect(unsigned).toContain("Publishednot published yet");
    expect(unsigned).toContain("Corrected (not published yet):");
    expect(unsigned).not.toContain("9 July 2024");
    for (const html of [scheduled, unsigned]) {
      expect(html).toContain("Once it is published, readers find here how to cite, embed and verify it.");
      expect(html).not.toContain("SHA-256 of the signed record");
    }
    const next = { publishAt: null, firstPublishedAt: "2024-06-28T12:00:00Z" };
    expect(wordsOf(verdictHtml({ version: 2 }, { ...versions, draft: next }))).toMatch(
      /Published28 June 2024.*Version 2not published yet/s,
    );
  });

  test("an older version says over itself what was put right since, in the words that were signed", () => {
    const current = { version: 3, kind: "publication", publishedAt: "2024-07-03T06:00:00Z" } as const;
    const html = verdictHtml({ version: 1, correction: null }, { current });
    const banner = wordsOf(/<p class="note-box superseded".*?<\/p>/s.exec(html)?.[0] ?? "");
    expect(banner).toContain("This is version 1.");
    expect(banner).toContain("Corrected 29 June 2024:");
    const same = verdictHtml({ version: 2 }, { current });
    expect(/<p class="note-box superseded".*?<\/p>/s.exec(same)?.[0]).not.toContain("Corrected");
  });
});
