import { existsSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { exampleNotice, exampleProps } from "./fixtures/example-page";
import { VerdictPage } from "./verdict-page";

/** What a published verdict must contain, line by line: each is shown on the rendered page, or its test is named. */
const { document } = new JSDOM(
  renderToStaticMarkup(
    <VerdictPage
      {...exampleProps(
        { provisional: { nextUpdateAt: "2024-06-29T18:00:00Z" } },
        { notices: [exampleNotice], jsonLd: "{}" },
      )}
    />,
  ),
).window;

const one = (selector: string) => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`nothing on the page is ${selector}`);
  return found;
};
const all = (selector: string) => [...document.querySelectorAll(selector)];
const text = (selector: string) => one(selector).textContent.replace(/\s+/g, " ").trim();
const hrefs = (selector: string) => all(selector).map((link) => link.getAttribute("href") ?? "");

/** The lines about the page, in its order: where each stands, and what must be so there. */
const lines: [line: string, where: string, shows: () => void][] = [
  ["topic", ".crumb a", () => expect(text(".crumb a")).toBe("Sanctions")],
  [
    "rating as word, icon and shape, with its meaning",
    ".badge",
    () => {
      expect(text(".badge strong")).toBe("Disputed");
      expect(text(".badge .meaning")).toContain("the evidence shows it is wrong");
      expect(one(".badge svg").getAttribute("aria-hidden")).toBe("true");
    },
  ],
  [
    "the finding as the one h1, stating the truth",
    "h1",
    () => {
      expect(all("h1")).toHaveLength(1);
      expect(text("h1")).toMatch(/^The \$34 million covers parts from all countries/);
    },
  ],
  [
    "a correction note directly under the headline",
    "#correction",
    () => {
      expect(one("h1").nextElementSibling?.id).toBe("correction");
      expect(text("#correction")).toContain("Corrected 29 June 2024: we wrote “$34 million”");
    },
  ],
  ["any notice, signed", ".notice", () => expect(text(".notice")).toContain("Signed by Editor Two.")],
  [
    "first findings, with the next update",
    ".provisional",
    () => expect(text(".provisional")).toContain("next update by"),
  ],
  [
    "the claim: exact words in their whole sentence, who, when, where, link",
    "#claim",
    () => {
      expect(text("#claim mark")).toBe(
        "at least $34 million worth of South Korean parts between 2018 and 2023",
      );
      expect(text("#claim blockquote")).toMatch(/according to customs data seen by Meridian Agency\.$/);
      expect(text("#claim .meta")).toContain("28 June 2024, 14:26 (no time zone given)");
      expect(hrefs("#claim a")[0]).toMatch(/^https:\/\/courier\.example\/.*#:~:text=/);
    },
  ],
  [
    "what we checked, unquoted",
    "#claim .checked",
    () => expect(one("#claim .checked").closest("q, blockquote")).toBeNull(),
  ],
  ["in short, three points", "#in-short", () => expect(all("#in-short li")).toHaveLength(3)],
  [
    "what we could not establish, originals that could not be had among it",
    "#not-established",
    () => expect(text("#not-established li")).toMatch(/^We could not obtain the customs entries: /),
  ],
  [
    "what is not part of this check",
    "#not-checked",
    () => expect(text("#not-checked p")).toMatch(/^Whether/),
  ],
  [
    "where this comes from: words, picture for wide and narrow screens, table",
    "#route",
    () => {
      expect(text("#route figcaption")).toContain("One known route: customs data → Meridian Agency");
      for (const size of ["wide", "narrow"])
        for (const heading of ["Who knew first", "Who reported it", "What we read"])
          expect(text(`#route svg.${size}`)).toContain(heading);
      expect(all("#route details tbody tr")).toHaveLength(3);
    },
  ],
  [
    "evidence: what it shows, whole sentence with the quoted words marked, source, date, last checked, deep link",
    "#evidence",
    () => {
      expect(text("#e1 .shows")).toBe(": the sum is for all countries, and for motorcycles too");
      expect(text("#e1 mark")).toBe("at least $34 million between 2018 and 2023");
      expect(text("#e1 blockquote")).toMatch(/^Customs entries show .* 2023\.$/);
      expect(text("#e1")).toMatch(
        /Meridian Agency · Carmaker's import bill, line by line · 28 June 2024 · read in place · same words when last checked, 3 July 2024/,
      );
      expect(hrefs("#e1 .meta a")[0]).toContain("#:~:text=at%20least%20%2434%20million");
      expect(text("#e1 details")).toMatch(/SHA-256 of the copy: [0-9a-f]{64}$/);
    },
  ],
  [
    "figures compared: not comparable, the same report",
    "#figures",
    () => {
      expect(text("#figures tbody")).toContain("all countries: not comparable");
      expect(text("#e2")).toContain("same report, not a second check");
      expect(text("#figures details")).toContain("both go back to the same report");
    },
  ],
  [
    "analysis, each sentence tied to its evidence both ways by plain links",
    "#analysis",
    () => {
      const cited = hrefs("#analysis .cite a");
      expect(cited).toEqual(["#e1", "#e2", "#e3", "#e2", "#e1"]);
      for (const link of [...cited, ...hrefs("#evidence a[href^='#']")])
        expect(document.getElementById(link.slice(1)), link).not.toBeNull();
      expect(one("#e2 a[href='#c2']").textContent).not.toBe("");
      expect(one("style").textContent).toContain(".evidence:target");
    },
  ],
  ["searches that found nothing", "#searches", () => expect(text("#searches li")).toContain("nothing found")],
  ["right of reply", "#replies", () => expect(text("#replies li")).toContain("replied")],
  [
    "who checked, blind, and who signed, when",
    "#who",
    () => {
      expect(text("#who")).toContain("each answered before seeing the other’s answer");
      expect(text("#who")).toMatch(/Signed ?Editor One.*Published ?28 June 2024, 16:20 UTC/);
    },
  ],
  [
    "overrides with their reasons",
    "#who ul",
    () => expect(text("#who ul")).toContain("an original was not read. Reason: "),
  ],
  [
    "every version with a word-level difference, class and reason",
    "#versions",
    () => {
      expect(all("#versions > ol > li")).toHaveLength(2);
      expect(text("#versions")).toContain("correction");
      expect(text("#versions del")).toBe("$34 million");
      expect(all("#versions ins").map((ins) => ins.textContent)).toContain("at least $34 million");
    },
  ],
  ["how we rate", "#scale", () => expect(all("#scale li")).toHaveLength(7)],
  [
    "cite, embed, share",
    "#use",
    () => {
      expect(text("#use > p")).toMatch(/^The Example Desk, “.*”, version 2, 29 June 2024 ?, https:.*\/v\/2$/);
      expect(text("#use pre")).toContain('sandbox="allow-popups"');
      expect(hrefs("#use ul[aria-label=Share] a")).toHaveLength(4);
    },
  ],
  [
    "has this page been altered, and what a check cannot show",
    "#altered",
    () => {
      expect(text("#altered h2")).toBe("Has this page been altered?");
      expect(text("#altered")).toContain("cannot show that the finding is right");
    },
  ],
  ["report an error", "#report", () => expect(hrefs("#report a")[0]).toMatch(/^\/report\?/)],
  [
    "print, dark, forced colours and motion have their styles",
    "style",
    () => {
      const css = one("style").textContent;
      for (const query of ["print", "(forced-colors:active)", "(max-width:600px)"])
        expect(css).toContain(`@media${query.startsWith("(") ? "" : " "}${query}{`);
      expect(css).toContain("prefers-color-scheme:dark");
      expect(css).toContain("font-display:optional");
    },
  ],
];

describe("a verdict's page shows", () => {
  test.each(lines)("%s", (_line, where, shows) => {
    one(where);
    shows();
  });

  test("all of it in this order", () => {
    const places = lines.flatMap(([, where]) => (where === "style" ? [] : one(where)));
    const wrong = places.filter(
      (place, index) =>
        index > 0 && !(places[index - 1]!.compareDocumentPosition(place) & 4 /* comes after, or is within */),
    );
    expect(wrong.map((place) => place.outerHTML.slice(0, 80))).toEqual([]);
  });
});

const pages = "app/(public)/reader-pages.db.test.ts";
const machines = "app/(public)/machine-answers.db.test.ts";
const routes = "app/(public)/public-routes.db.test.ts";

/** The other lines: the file and the name of the test that shows each. */
const elsewhere: [line: string, file: string, name: string][] = [
  ["ClaimReview 1 to 7, on every published verdict", pages, "stands on the page of every verdict that holds"],
  ["ClaimReview 2: the same @id on no other page; round-ups carry none", pages, "stands on no other page"],
  ["ClaimReview 7: drafts are 404", pages, "what never was published is 404"],
  ["ClaimReview 7: a retracted slug is a 410 page", pages, "a retracted verdict is gone, with the reason"],
  ["ClaimReview 7: /v/n under a banner, noindex", pages, "an old version stays readable under a banner"],
  [
    "ClaimReview 8: rating scale, number and text",
    "components/reader/site-pages.test.tsx",
    "gives numbers on the truth axis only",
  ],
  ["30 KB of HTML, 15 KB of CSS, no JavaScript", routes, "weighs at most 30 KB packed"],
  [
    "fonts never before the first paint, layout shift 0",
    routes,
    "paints its largest content after one request",
  ],
  ["320 px, light and dark", routes, "is clean to axe in light and dark"],
  ["Referrer-Policy and form-action", routes, "answers with the security headers"],
  ["claims:search", "app/api/v1/claims-search/google-client.db.test.ts", "pages through all that stands"],
  ["Atom", machines, "Atom: each verdict once, by a permanent id"],
  ["RSS 2.0", machines, "RSS: guids, RFC 822 dates, its own address"],
  ["JSON Feed 1.1", machines, "JSON Feed 1.1"],
  ["a feed for corrections and one a topic", machines, "corrections and topics have feeds of their own"],
  ["ClaimReview feed", "lib/publications/schema-org.test.ts", "the feed holds each verdict's review"],
  ["sitemap and news sitemap", machines, "list what holds, with the time it last changed"],
  ["sitemap index", machines, "become an index of files when one file cannot hold them"],
  ["oEmbed: sandboxed frame", machines, "gives a sandboxed frame with the title of the verdict"],
  ["oEmbed: 404 and 501", machines, "answers 404 for what is no verdict of ours that holds, and 501"],
  ["Open Graph and Twitter: rating and claim", pages, "a verdict has a picture of rating and claim"],
  [
    "WARC 1.1 for captures inside",
    "lib/publications/staff-bundle.db.test.ts",
    "is the public one and its captures as WARC",
  ],
  [
    "captures are in no public bundle",
    "lib/publications/bundle-files.test.ts",
    "leaves no word, source or capture",
  ],
  ["W3C Web Annotation", "lib/publications/annotations.test.ts", "are a collection of the W3C data model"],
  ["CSV and JSON, formulas escaped", "lib/publications/export-rows.test.ts", "formula"],
  [
    "HTML block for WordPress and Ghost",
    "components/reader/cms-block.test.ts",
    "holds rating, finding, claim, version",
  ],
];

test.each(elsewhere)("%s is shown by a test of its own", (_line, file, name) => {
  expect(existsSync(file), file).toBe(true);
  const titles = [
    ...readFileSync(file, "utf8").matchAll(/\b(?:test|it)(?:\.each\(.*\))?\(\s*(["'`])(.+?)\1/g),
  ];
  expect(
    titles.map(([, , title]) => title).filter((title) => title!.includes(name)),
    file,
  ).not.toEqual([]);
});
