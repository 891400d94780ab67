import { describe, expect, test } from "vitest";
import type { RecordReply } from "@/lib/publications/record";
import { exampleRecord } from "./fixtures/example-record";
import { verdictHtml, wordsOf } from "./fixtures/verdict-html";

describe("what a verdict page says about its making", () => {
  test("says that the checkers did not see each other’s answers only when none did", () => {
    expect(wordsOf(verdictHtml())).toContain("each answered before seeing the other’s answer");
    const [a, b] = exampleRecord.reviews;
    if (a === undefined || b === undefined) throw new Error("the example has two reviews");
    const html = wordsOf(verdictHtml({ reviews: [a, { ...b, blind: false }] }));
    expect(html).not.toContain("each answered before");
    expect(html).toContain(
      "Checker Two had seen the other’s work before answering, as editors, authors and whoever answers again may",
    );
    const three = wordsOf(verdictHtml({ reviews: [a, b, { ...b, name: "Checker Three", blind: false }] }));
    expect(three).toContain("Checker Three had seen the others’ work before answering, as editors");
  });

  test("never says of a pasted copy what the source says now", () => {
    const items = exampleRecord.evidence.filter((item) => item.capture?.method === "pasted");
    const html = wordsOf(
      verdictHtml({ evidence: items.map((item) => ({ ...item, sameWordsAt: "2024-07-03" })) }),
    );
    expect(html).toContain("not from the page itself, so we cannot tell whether it still reads the same");
    expect(html).not.toContain("same words when last checked");
    expect(html).toContain("copied in by us, not taken from the page itself, ");
    expect(html).not.toContain("pasted");
  });

  test("counts withheld items by side without printing them", () => {
    expect(wordsOf(verdictHtml())).toContain(
      "1 more item is withheld and not printed (1 disputes the claim)",
    );
  });

  test("prints overrides and a self-signed sign-off with their reasons", () => {
    const signer = { name: "Editor One", byToken: true, selfSigned: { reason: "alone on duty" } };
    const html = wordsOf(verdictHtml({ signer }));
    expect(html).toContain("an original was not read. Reason: the customs entries cannot be had");
    expect(html).toContain("Reason: alone on duty");
    expect(html).toContain("signed by token");
  });

  test("keeps an earlier correction under the headline after a later typo", () => {
    const html = wordsOf(
      verdictHtml({
        version: 3,
        publishedAt: "2024-07-01T08:00:00Z",
        correction: { class: "typo", reason: "a comma." },
      }),
    );
    expect(html).toContain("Typing error put right 1 July 2024: a comma.");
    expect(html).toContain("Corrected 29 June 2024:");
  });

  test("says when the first findings came and when to expect more", () => {
    const html = wordsOf(
      verdictHtml({
        publishedAt: "2024-06-28T14:10:00Z",
        provisional: { nextUpdateAt: "2024-06-28T18:00:00Z" },
      }),
    );
    expect(html).toContain("First findings, 14:10 UTC; next update by 18:00 UTC.");
  });

  test("shows the label as a band before everything else", () => {
    const html = verdictHtml();
    expect(html.indexOf("Demonstration, not a finding")).toBeLessThan(html.indexOf("<header"));
    expect(verdictHtml({ label: null })).not.toContain('class="band"');
  });

  test("turns round only what is written from right to left, not the words around it", () => {
    expect(verdictHtml({ language: "ar" })).toContain('<html lang="en" dir="ltr">');
    expect(verdictHtml({ language: "en-GB" })).toContain('<html lang="en-GB" dir="ltr">');
  });

  test("prints nothing but what is there for an almost empty record", () => {
    const html = verdictHtml(
      {
        evidence: [],
        withheld: [],
        comparisons: [],
        searches: [],
        replies: [],
        reviews: [],
        overrides: [],
        notObtained: [],
        summary: [],
        writeUp: "",
        notEstablished: "",
        notInThisCheck: "",
        correction: null,
        version: 1,
        claim: {
          ...exampleRecord.claim,
          appearance: null,
          verbatim: null,
          claimant: null,
          saidAt: null,
          why: null,
        },
      },
      { versions: [] },
    );
    expect(html).not.toMatch(
      /id="(?:evidence|figures|analysis|searches|replies|in-short|versions|not-checked)"/,
    );
    expect(wordsOf(html)).toContain("What we checked:");
  });
});

describe("the right of reply", () => {
  const [first] = exampleRecord.replies;
  const asked: RecordReply = { ...first!, reply: null, deadlineAt: "2024-06-28T16:00:00Z" };
  const shown = (more: Partial<RecordReply>, publishedAt = "2024-06-28T16:20:00Z") => {
    const html = verdictHtml({ replies: [{ ...asked, ...more }], publishedAt });
    return wordsOf(/<section id="replies">.*?<\/section>/s.exec(html)?.[0] ?? "");
  };

  test("says until when nobody answered, with the time", () => {
    expect(shown({ outcome: "no-reply" })).toContain("no reply by 28 June 2024, 16:00 UTC");
    expect(shown({ outcome: "waiting" })).toContain("no reply by 28 June 2024, 16:00 UTC");
    const before = shown({ outcome: "waiting" }, "2024-06-28T15:00:00Z");
    expect(before).toContain("no answer yet");
    expect(before).toContain("asked to answer by 28 June 2024, 16:00 UTC");
  });

  test("says what was asked, that it was asked again, and which evidence quotes the answer", () => {
    const evidence = exampleRecord.evidence.find(({ capture }) => capture !== null)!;
    const html = shown({
      outcome: "replied",
      reply: "We amend it.",
      question: "How many?",
      reminders: [{ at: "2024-06-28T14:00:00Z", how: "by telephone" }],
      repliedAt: "2024-06-28T15:00:00Z",
      capture: { sha256: evidence.capture!.sha256, capturedAt: "2024-06-28T15:00:00Z" },
    });
    expect(html).toContain("we asked: “How many?”");
    expect(html).toContain("asked again 28 June 2024, by telephone");
    expect(html).toContain("answered 28 June 2024");
    expect(html).toContain(`Quoted as evidence ${evidence.number}`);
  });
});
