import { renderToStaticMarkup } from "react-dom/server";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { RecordReply, PublicationRecord } from "@/lib/publications/record";
import {
  exampleNotice,
  exampleProps,
  exampleRetraction,
  exampleSite,
  exampleVersions,
  signedExample,
} from "./fixtures/example-page";
import { otherEvidence } from "./fixtures/example-evidence";
import { exampleRecord } from "./fixtures/example-record";
import { RetractedPage } from "./retracted-page";
import { readerStyles } from "./styles";
import { VerdictPage, type VerdictPageProps } from "./verdict-page";

function page(changes: Partial<PublicationRecord> = {}, props: Partial<VerdictPageProps> = {}): string {
  return renderToStaticMarkup(<VerdictPage {...exampleProps(changes, props)} />);
}

/** The page without its style sheet. */
/** The page without its style and without the code that it offers to copy. */
function bare(html: string): string {
  return html.replace(/<style>.*?<\/style>/s, "").replaceAll(/<pre.*?<\/pre>/gs, "");
}

function text(html: string): string {
  return bare(html)
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'");
}

const offAxis = {
  code: "unproven",
  label: "Unproven",
  meaning: "the evidence does not show it either way",
  number: null,
  best: 5,
  worst: 1,
};

describe("a verdict page", () => {
  test("prints its parts in the order readers need them", () => {
    const html = page({ provisional: { nextUpdateAt: null } }, { notices: [exampleNotice] });
    const marks = [
      'class="crumb"',
      'class="badge',
      "<h1>",
      'id="correction"',
      'class="note-box notice"',
      "First findings",
      'id="claim"',
      "What we checked:",
      'id="in-short"',
      'id="not-established"',
      'id="not-checked"',
      'id="route"',
      'id="evidence"',
      'id="figures"',
      'id="analysis"',
      'id="searches"',
      'id="replies"',
      'id="who"',
      "Published although",
      'id="versions"',
      'id="scale"',
      'id="use"',
      'id="altered"',
      'id="report"',
    ];
    const places = marks.map((mark) => html.indexOf(mark));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("shows quotes that disagree side by side, and nothing when there are none", () => {
    expect(page()).not.toContain('id="disagreements"');
    const html = page({ disagreements: [{ a: 1, b: 2, why: "How much it was.", resolution: null }] });
    expect(html).toContain("<strong>Not settled:</strong> <bdi>How much it was.");
    const settled = page({ disagreements: [{ a: 1, b: 2, why: "How much.", resolution: "The first." }] });
    expect(settled).toContain("<strong>Settled:</strong> <bdi>How much. The first.");
  });

  test("has no script but the JSON-LD, no style attribute and no event handler", () => {
    const html = page({}, { jsonLd: '{"name":"</script><script>alert(1)</script>"}' });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script type="application/ld+json">{"name":"\\u003c/script>\\u003cscript>');
    expect(bare(html)).not.toMatch(/\sstyle=/);
    expect(bare(html)).not.toMatch(/\son[a-z]+="/);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).toContain(`<style>${readerStyles}</style>`);
  });

  test("is within its budgets", () => {
    expect(Buffer.byteLength(readerStyles)).toBeLessThanOrEqual(15 * 1024);
    expect(gzipSync(page()).length).toBeLessThanOrEqual(30 * 1024);
  });

  test("states the finding as its one h1", () => {
    const html = page({ finding: "Less than <half> came from there" });
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain("<h1>Less than &lt;half&gt; came from there</h1>");
  });

  test("gives the rating as word, shape and meaning, not as colour alone", () => {
    const badge = /<p class="badge.*?<\/p>/s.exec(page())?.[0] ?? "";
    expect(badge).toContain("<strong>Disputed</strong>");
    expect(badge).toContain('data-shape="square-cross"');
    expect(badge).toContain("the evidence shows it is wrong");
  });

  test("prints no number for a rating off the truth axis", () => {
    const html = page({ rating: offAxis });
    const own = /<li class="is-current">.*?<\/li>/s.exec(html)?.[0] ?? "";
    expect(own).toContain("Unproven");
    expect(text(own)).not.toMatch(/\d/);
    expect(text(page())).toContain("(1 of 5) – this verdict");
  });

  test("keeps what strangers wrote as text, and their addresses to http and https", () => {
    const evil = '<img src=x onerror="alert(1)">';
    const [first] = exampleRecord.evidence;
    if (first?.source == null) throw new Error("the example has evidence");
    const html = page({
      writeUp: `${evil} [x](javascript:alert(1))`,
      summary: [evil],
      evidence: [
        { ...first, shows: evil, source: { ...first.source, url: "javascript:alert(1)", title: evil } },
      ],
    });
    expect(html).not.toContain("<img");
    expect(bare(html)).not.toMatch(/(?:href|data-page)="\s*javascript:/i);
  });

  test("marks the quoted words inside their whole sentence, with a link to the passage", () => {
    const html = page();
    expect(html).toContain("worth <mark>at least $34 million between 2018 and 2023</mark>.");
    expect(html).toContain("#:~:text=at%20least%20%2434%20million%20between%202018%20and%202023");
  });

  test("shows a photo, a cell, a call and a page of a document by their words, place and people", () => {
    const html = page({ evidence: [...exampleRecord.evidence, ...otherEvidence] });
    const item = (number: number) =>
      new RegExp(`<li id="e${number}"[\\s\\S]*?</li>`)
        .exec(html)![0]
        .replace(/<\/?(?:bdi|mark|time)[^>]*>/g, "");
    expect(item(5)).toContain("a part of the picture");
    expect(item(5)).toMatch(/<svg[^>]*aria-label="Where in the picture"/);
    expect(item(5)).toMatch(/<blockquote[^>]*lang="uk"[^>]*>Завод № 7<\/blockquote>/);
    expect(item(5)).toContain("Works No. 7");
    expect(item(6)).toContain("cell C4");
    expect(item(6)).toContain("Ferries of the county · Selby · 2023");
    expect(item(7)).toContain(
      "conversation with The harbour master, 27 June 2024, by telephone; notes by A. Checker",
    );
    expect(item(7)).not.toContain("pasted in, so not compared");
    expect(item(8)).toContain("page 12");
    expect(item(8)).toContain('href="https://county.example/report.pdf#page=12"');
  });

  test("ties each citation to its evidence and shows none for background", () => {
    const html = page();
    expect(html).toContain('<sup class="cite" id="c2"><a href="#e2" aria-label="Evidence 2">2</a></sup>');
    expect(html).toContain('id="e2"');
    expect(html).not.toContain("[^");
    // Cited twice, led back to once; also where only the second text cites it.
    const both = page({ writeUp: "One.[^ev1] Two.[^ev1]", reconciliation: "One.[^ev1] Three.[^ev3]" });
    expect(both.match(/ id="c\d"/g)).toEqual([' id="c1"', ' id="c3"']);
    expect(both.match(/href="#c\d"/g)).toEqual(['href="#c1"', 'href="#c3"']);
    expect(text(html)).not.toContain("background");
  });
});

describe("what a verdict page says about its making", () => {
  test("says that the checkers did not see each other’s answers only when none did", () => {
    expect(text(page())).toContain("each answered before seeing the other’s answer");
    const [a, b] = exampleRecord.reviews;
    if (a === undefined || b === undefined) throw new Error("the example has two reviews");
    const html = text(page({ reviews: [a, { ...b, blind: false }] }));
    expect(html).not.toContain("each answered before");
    expect(html).toContain("Checker Two had seen the others’ work before answering");
  });

  test("never says of a pasted copy what the source says now", () => {
    const items = exampleRecord.evidence.filter((item) => item.capture?.method === "pasted");
    const html = text(page({ evidence: items.map((item) => ({ ...item, sameWordsAt: "2024-07-03" })) }));
    expect(html).toContain("pasted in, so not compared with the source");
    expect(html).not.toContain("same words when last checked");
  });

  test("counts withheld items by side without printing them", () => {
    expect(text(page())).toContain("1 more item is withheld and not printed (1 disputes the claim)");
  });

  test("prints overrides and a self-signed sign-off with their reasons", () => {
    const signer = { name: "Editor One", byToken: true, selfSigned: { reason: "alone on duty" } };
    const html = text(page({ signer }));
    expect(html).toContain("an original was not read. Reason: the customs entries cannot be had");
    expect(html).toContain("Reason: alone on duty");
    expect(html).toContain("signed by token");
  });

  test("keeps an earlier correction under the headline after a later typo", () => {
    const html = text(
      page({
        version: 3,
        publishedAt: "2024-07-01T08:00:00Z",
        correction: { class: "typo", reason: "a comma." },
      }),
    );
    expect(html).toContain("Typing error put right 1 July 2024: a comma.");
    expect(html).toContain("Corrected 29 June 2024:");
  });

  test("says when the first findings came and when to expect more", () => {
    const html = text(
      page({ publishedAt: "2024-06-28T14:10:00Z", provisional: { nextUpdateAt: "2024-06-28T18:00:00Z" } }),
    );
    expect(html).toContain("First findings, 14:10 UTC; next update by 18:00 UTC.");
  });

  test("shows the label as a band before everything else", () => {
    const html = page();
    expect(html.indexOf("Demonstration, not a finding")).toBeLessThan(html.indexOf("<header"));
    expect(page({ label: null })).not.toContain('class="band"');
  });

  test("turns round only what is written from right to left, not the words around it", () => {
    expect(page({ language: "ar" })).toContain('<html lang="en" dir="ltr">');
    expect(page({ language: "en-GB" })).toContain('<html lang="en-GB" dir="ltr">');
  });

  test("prints nothing but what is there for an almost empty record", () => {
    const html = page(
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
    expect(text(html)).toContain("What we checked:");
  });
});

describe("the right of reply", () => {
  const [first] = exampleRecord.replies;
  const asked: RecordReply = { ...first!, reply: null, deadlineAt: "2024-06-28T16:00:00Z" };
  const shown = (more: Partial<RecordReply>, publishedAt = "2024-06-28T16:20:00Z") => {
    const html = page({ replies: [{ ...asked, ...more }], publishedAt });
    return text(/<section id="replies">.*?<\/section>/s.exec(html)?.[0] ?? "");
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

describe("an old version", () => {
  const current = { version: 2, kind: "publication" as const, publishedAt: "2024-06-29T08:05:00Z" };
  const html = page({ version: 1, correction: null }, { current, jsonLd: "{}" });

  test("says which version it is and where the current one is, and carries no markup for machines", () => {
    expect(text(html)).toContain("This is version 1. The current version is version 2, of 29 June 2024.");
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain("ld+json");
    expect(html).not.toContain("json+oembed");
  });
});

describe("a retraction", () => {
  test("gives the reason and no rating", () => {
    const html = renderToStaticMarkup(
      <RetractedPage
        site={exampleSite}
        signed={signedExample(exampleRetraction)}
        versions={exampleVersions}
      />,
    );
    expect(text(html)).toContain(exampleRetraction.reason);
    expect(bare(html)).not.toMatch(/Disputed|class="badge|class="rating|data-shape|ld\+json/);
    expect(html).toContain("noindex");
  });
});
