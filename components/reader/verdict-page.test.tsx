import { renderToStaticMarkup } from "react-dom/server";
import { gzipSync } from "node:zlib";
import type { PublicationRecord } from "@/lib/publications/record";
import { describe, expect, test } from "vitest";
import {
  exampleNotice,
  exampleRetraction,
  exampleSite,
  exampleVersions,
  signedExample,
} from "./fixtures/example-page";
import { otherEvidence } from "./fixtures/example-evidence";
import { exampleRecord } from "./fixtures/example-record";
import { verdictHtml, withoutCode, wordsOf } from "./fixtures/verdict-html";
import { RetractedPage } from "./retracted-page";
import { readerStyles } from "./styles";

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
    const html = verdictHtml({ provisional: { nextUpdateAt: null } }, { notices: [exampleNotice] });
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
    expect(verdictHtml()).not.toContain('id="disagreements"');
    const html = verdictHtml({ disagreements: [{ a: 1, b: 2, why: "How much it was.", resolution: null }] });
    expect(html).toContain("<strong>Not settled:</strong> <bdi>How much it was.");
    const settled = verdictHtml({
      disagreements: [{ a: 1, b: 2, why: "How much.", resolution: "The first." }],
    });
    expect(settled).toContain("<strong>Settled:</strong> <bdi>How much. The first.");
  });

  test("gives the explanation of compared figures, the longest cell of its row, the widest column", () => {
    expect(verdictHtml()).toMatch(/<th [^>]*class="against">[^<]+<\/th><\/tr><\/thead>/);
    expect(readerStyles).toContain(".against{width:40%}");
  });

  test("states the finding as its one h1", () => {
    const html = verdictHtml({ finding: "Less than <half> came from there" });
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain("<h1>Less than &lt;half&gt; came from there</h1>");
  });

  test("gives the rating as word, shape and meaning, not as colour alone", () => {
    const badge = /<p class="badge.*?<\/p>/s.exec(verdictHtml())?.[0] ?? "";
    expect(badge).toContain("<strong>Disputed</strong>");
    expect(badge).toContain('data-shape="square-cross"');
    expect(badge).toContain("the evidence shows it is wrong");
  });

  test("prints no number for a rating off the truth axis", () => {
    const html = verdictHtml({ rating: offAxis });
    const own = /<li class="is-current">.*?<\/li>/s.exec(html)?.[0] ?? "";
    expect(own).toContain("Unproven");
    expect(wordsOf(own)).not.toMatch(/\d/);
    expect(wordsOf(verdictHtml())).toContain("(1 of 5) – this verdict");
  });

  test("marks the quoted words inside their whole sentence, with a link to the passage", () => {
    const html = verdictHtml();
    expect(html).toContain("worth <mark>at least $34 million between 2018 and 2023</mark>.");
    expect(html).toContain("#:~:text=at%20least%20%2434%20million%20between%202018%20and%202023");
  });

  test("shows a photo, a cell, a call and a page of a document by their words, place and people", () => {
    const html = verdictHtml({ evidence: [...exampleRecord.evidence, ...otherEvidence] });
    const item = (number: number) =>
      new RegExp(`<li id="e${number}"[\\s\\S]*?</li>`)
        .exec(html)![0]
        .replace(/<\/?(?:bdi|mark|time|span|i)\b[^>]*>/g, "");
    expect(item(5)).toContain("a part of the picture");
    expect(item(5)).toMatch(/<svg[^>]*aria-label="Where in the picture"/);
    expect(item(5)).toMatch(/<blockquote[^>]*lang="uk"[^>]*>Завод № 7<\/blockquote>/);
    expect(item(5)).toContain("Works No. 7");
    expect(item(6)).toContain("cell C4");
    expect(item(6)).toContain("Ferries of the county · Selby · 2023");
    expect(item(7)).toContain(
      "conversation with The harbour master, 27\u00a0June 2024, by telephone; notes by A. Checker",
    );
    expect(item(7)).not.toContain("not from the page itself");
    expect(item(8)).toContain("page 12");
    expect(item(8)).toContain('href="https://county.example/report.pdf#page=12"');
  });

  test("ties each citation to its evidence and shows none for background", () => {
    const html = verdictHtml();
    expect(html).toContain('<sup class="cite" id="c2"><a href="#e2" aria-label="Evidence 2">2</a></sup>');
    expect(html).toContain('id="e2"');
    expect(html).not.toContain("[^");
    // Cited twice, led back to once; also where only the second text cites it.
    const both = verdictHtml({ writeUp: "One.[^ev1] Two.[^ev1]", reconciliation: "One.[^ev1] Three.[^ev3]" });
    expect(both.match(/ id="c\d"/g)).toEqual([' id="c1"', ' id="c3"']);
    expect(both.match(/href="#c\d"/g)).toEqual(['href="#c1"', 'href="#c3"']);
    expect(wordsOf(html)).not.toContain("background");
  });
});

describe("beside what ratings have colours for", () => {
  test("tells on which side evidence is by a sign of its own and a word, and by no colour of a rating", () => {
    const [one, two, three] = exampleRecord.evidence;
    const html = verdictHtml({
      evidence: [
        { ...one!, stance: "supports" },
        { ...two!, stance: "disputes" },
        { ...three!, stance: "context" },
      ],
    });
    const lines = [...html.matchAll(/<p class="stance-line">(.*?)<\/p>/gs)].map(([, line]) => line!);
    expect(lines).toHaveLength(3);
    const signs = new Map<string, string>();
    for (const line of lines) {
      const [, sign, word] = /<svg[^>]*><path d="([^"]*)"><\/path><\/svg> <strong>([^<]*)<\/strong>/.exec(
        line,
      )!;
      signs.set(word!, sign!);
      expect(line).not.toMatch(/class="[^"]*(?:stance-|tone-)|data-shape/);
    }
    expect([...signs.keys()]).toEqual(["Supports the claim", "Disputes the claim", "Context"]);
    expect(new Set(signs.values()).size).toBe(3);
  });

  test("says of a notice that a later version answered until when it stood", () => {
    const before = { ...exampleNotice, publishedAt: "2024-06-28T20:00:00Z" };
    const shown = (notice: typeof before) =>
      wordsOf(/<p class="note-box notice">.*?<\/p>/s.exec(verdictHtml({}, { notices: [notice] }))![0]);
    expect(shown(before)).toContain("(until version 2, ");
    expect(shown(exampleNotice)).not.toContain("until version");
  });
});

describe("the code of a verdict page", () => {
  test("has no script but the JSON-LD, no style attribute and no event handler", () => {
    const html = verdictHtml({}, { jsonLd: '{"name":"</script><script>alert(1)</script>"}' });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<script type="application/ld+json">{"name":"\\u003c/script>\\u003cscript>');
    expect(withoutCode(html)).not.toMatch(/\sstyle=/);
    expect(withoutCode(html)).not.toMatch(/\son[a-z]+="/);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).toContain(`<style>${readerStyles}</style>`);
  });

  test("is within its budgets", () => {
    expect(Buffer.byteLength(readerStyles)).toBeLessThanOrEqual(15 * 1024);
    expect(gzipSync(verdictHtml()).length).toBeLessThanOrEqual(30 * 1024);
  });

  test("keeps what strangers wrote as text, and their addresses to http and https", () => {
    const evil = '<img src=x onerror="alert(1)">';
    const [first] = exampleRecord.evidence;
    if (first?.source == null) throw new Error("the example has evidence");
    const html = verdictHtml({
      writeUp: `${evil} [x](javascript:alert(1))`,
      summary: [evil],
      evidence: [
        { ...first, shows: evil, source: { ...first.source, url: "javascript:alert(1)", title: evil } },
      ],
    });
    expect(html).not.toContain("<img");
    expect(withoutCode(html)).not.toMatch(/(?:href|data-page)="\s*javascript:/i);
  });
});

describe("an old version", () => {
  const current = { version: 2, kind: "publication" as const, publishedAt: "2024-06-29T08:05:00Z" };
  const html = verdictHtml({ version: 1, correction: null }, { current, jsonLd: "{}" });

  test("says which version it is and where the current one is, and carries no markup for machines", () => {
    expect(wordsOf(html)).toContain("This is version 1. The current version is version 2, of 29 June 2024.");
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain("ld+json");
    expect(html).not.toContain("json+oembed");
  });

  test("keeps the colour of its rating while the verdict stands, and has it struck out and grey once it is retracted", () => {
    const badge = (shown: string) => /<p class="badge.*?<\/p>/s.exec(shown)![0];
    expect(badge(html)).toMatch(/class="badge tone-disputed".*<strong>Disputed<\/strong>/);
    expect(badge(html)).not.toContain("<s>");
    const retracted = { ...current, version: 3, kind: "retraction" as const };
    const withdrawn = badge(verdictHtml({ version: 1, correction: null }, { current: retracted }));
    expect(withdrawn).toMatch(
      /class="badge quiet".*<s><strong>Disputed<\/strong>.*the evidence shows it is wrong<\/span><\/s>/,
    );
    expect(withdrawn).toContain('data-shape="square-cross"');
  });

  test("can be cited, and is not offered for embedding or sharing; what was retracted has no place on the scale", () => {
    const use = (shown: string) => /<section id="use">.*?<\/section>/s.exec(shown)![0];
    expect(use(verdictHtml())).toMatch(/&lt;iframe.*wa\.me/s);
    expect(use(html)).toContain("/v/1");
    expect(use(html)).not.toMatch(/iframe|wa\.me/);
    expect(html).toContain('<li class="is-current">');
    const retracted = { ...current, version: 3, kind: "retraction" as const };
    const withdrawn = verdictHtml({ version: 1, correction: null }, { current: retracted });
    expect(withdrawn).not.toContain('<li class="is-current">');
  });
});

describe("a retraction", () => {
  const retracted = (before: PublicationRecord | null, isDraft = false) =>
    renderToStaticMarkup(
      <RetractedPage
        isDraft={isDraft}
        site={exampleSite}
        signed={signedExample(exampleRetraction)}
        versions={exampleVersions}
        before={before}
      />,
    );

  test("says whose claim it was about, where and when, before the reason, and rates no part of it", () => {
    const parts = [{ text: "a part", central: true, rating: "disputed" }];
    const html = retracted({ ...exampleRecord, parts });
    const card = /<section class="claim".*?<\/section>/s.exec(html)![0];
    expect(card).toContain(exampleRecord.claim.appearance!.outlet!);
    expect(card).toContain('dateTime="2024-06-28T14:26"');
    expect(html.lastIndexOf(exampleRetraction.reason)).toBeGreaterThan(html.indexOf(card));
    expect(withoutCode(html)).not.toMatch(/Disputed|a part|class="rating/);
  });

  test("that nobody signed yet is the same page, with no hash and no way to check one", () => {
    const [draft, signed] = [retracted(exampleRecord, true), retracted(exampleRecord)];
    const article = (html: string) => /<article.*?<\/article>/s.exec(html)![0];
    expect(article(draft)).toBe(article(signed));
    expect(signed).toContain('id="altered"');
    expect(draft).not.toContain('id="altered"');
    expect(wordsOf(draft)).toContain("Once it is signed, readers find here how to verify it.");
  });

  test("gives the reason and no rating", () => {
    const html = retracted(null);
    expect(wordsOf(html)).toContain(exampleRetraction.claim.text);
    expect(wordsOf(html)).toContain(exampleRetraction.reason);
    expect(withoutCode(html)).not.toMatch(/Disputed|class="badge|class="rating|data-shape|ld\+json/);
    expect(html).toContain("noindex");
  });
});
