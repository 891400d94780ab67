import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractHtml } from "./extract-html.server";
import { mainText } from "./extraction";

const sentences = [
  "The government of Norland bought two ferries for at least €48 million from a yard that is under investigation, the Daily Tide reported.",
  "The yard delivered 🚢 three more ships to Teal between 2019 and 2022, according to port records seen by the newspaper on Thursday.",
  "A spokeswoman for the ministry, Ida Sol, said that the contract had been signed before the inquiry began, and that it would stand.",
  "Two of the ferries began service in January, and a third is expected in May, the port authority of Teal said in a statement.",
];
const jsonLd = {
  "@graph": [
    { "@type": "Organization", "@id": "#tide", name: "The Teal Observer" },
    { "@type": "Person", "@id": "#ana", name: "Ana Brook" },
    {
      "@type": "NewsArticle",
      headline: "Norland bought ferries &amp; a tug",
      datePublished: "2023-03-03T09:05:00+01:00",
      author: [{ "@id": "#ana" }],
      publisher: { "@id": "#tide" },
    },
  ],
};
const page = (body: string, head = "") =>
  `<!doctype html><html lang="en-GB"><head><title>Norland bought ferries | The Teal Observer</title>${head}</head><body>${body}</body></html>`;
const story = `
  <nav><ul><li><a href="/world">World</a></li><li><a href="/sea">Sea</a></li></ul></nav>
  <main><article><h1>Norland bought ferries</h1><p class="byline">By Per Lind</p>
  <figure><img src="x.png" alt="secret alt"><figcaption>A ferry in Port Teal.</figcaption></figure>
  <p>${sentences[0]}</p><p>${sentences[1]} <a href="/records">Port records</a></p>
  <p hidden>Nobody sees this hidden sentence of the page.</p><p style="display: none">Nor this one, it is not displayed.</p>
  <script>document.title = "changed"; var evil = "script words";</script><style>p { color: red }</style>
  <p>${sentences[2]}</p><p>${sentences[3]}</p></article></main>
  <div id="comments"><p>I was on that ferry in May, and it was late, as it always is in this town of ours.</p></div>
  <footer><p>Subscribe to our newsletter</p></footer>`;

describe("the main text of a page", () => {
  const found = extractHtml(page(story), "https://observer.example/2023/ferries");
  it("holds the paragraphs and leaves menus, comments and forms out", () => {
    const text = mainText(found);
    for (const sentence of sentences) expect(text).toContain(sentence);
    for (const part of ["World", "it was late", "newsletter", "By Per Lind"])
      expect(text).not.toContain(part);
  });

  it("lies in the full text, which keeps everything visible quotable and nothing hidden", () => {
    for (const part of ["World", "it was late", "A ferry in Port Teal.", "Subscribe"])
      expect(found.fullText).toContain(part);
    for (const part of ["Nobody sees", "not displayed", "script words", "color", "secret alt"])
      expect(found.fullText).not.toContain(part);
    const points = Array.from(found.fullText);
    const last = found.mainRanges.at(-1) ?? [0, 0];
    expect(points.slice(...last).join("")).toBe(sentences[3]);
  });

  it("keeps a row of a table on one line with its cells parted, and a table that lays out a page as it was", () => {
    const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td> ${cell} </td>`).join("")}</tr>`;
    const table = `<table>${row(["Year", "<b>Boats</b>", "Cost"])}${row(["2023", "12", "$4 million"])}</table>`;
    const layout = `<table><tr><td>Menu</td><td><p>${sentences[0]}</p></td></tr></table>`;
    const { fullText } = extractHtml(`<body>${table}${layout}</body>`, null);
    expect(fullText).toContain("Year\tBoats\tCost\n2023\t12\t$4 million");
    expect(fullText).toMatch(/^Menu$/m);
    expect(fullText).not.toContain("Menu\t");
  });

  it("gives the links of the main text as absolute addresses", () => {
    expect(found.links).toEqual([{ text: "Port records", href: "https://observer.example/records" }]);
  });

  it("comes from the declared body when the page has one", () => {
    const body = sentences.slice(0, 2).join(" ");
    const ld = `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Ferries", articleBody: body })}</script>`;
    const html = page(
      `<div><div>${sentences[0]}</div><div>${sentences[1]}</div></div><section>${sentences[2]}</section>`,
      ld,
    );
    expect(mainText(extractHtml(html, null))).toBe(sentences.slice(0, 2).join("\n\n"));
  });

  it("is found by density where markup says nothing", () => {
    const html = `<body><a href="/a">Home</a><br><br>${sentences.map((s) => `<font>${s}</font><hr>`).join("")}<a href="/b">More</a></body>`;
    const text = mainText(extractHtml(html, null));
    for (const sentence of sentences) expect(text).toContain(sentence);
  });
});

describe("what a page states about itself", () => {
  const ld = `<script type="application/ld+json">${JSON.stringify(jsonLd)}</script>`;
  it("is read from JSON-LD, with references and the zone as given", () => {
    const found = extractHtml(
      page(story, `${ld}<link rel="canonical" href="/f?x=1">`),
      "https://observer.example/a",
    );
    expect(found).toMatchObject({
      title: "Norland bought ferries & a tug",
      byline: "Ana Brook",
      outlet: "The Teal Observer",
      publishedAt: "2023-03-03T09:05:00+01:00",
      language: "en",
      canonicalUrl: "https://observer.example/f?x=1",
      kind: "news",
    });
  });

  it("is read from meta tags and from what is visible", () => {
    const meta = `<meta property="og:site_name" content="The Teal Observer"><meta property="article:published_time" content="2023-03-03 09:05">`;
    const found = extractHtml(page(story, meta), null);
    expect(found).toMatchObject({
      title: "Norland bought ferries",
      byline: "Per Lind",
      outlet: "The Teal Observer",
    });
    expect(found.publishedAt).toBe("2023-03-03T09:05");
  });

  it("stays unknown when unsaid, and a broken script is passed over", () => {
    const found = extractHtml(
      `<script type="application/ld+json">{"@type": </script><p>${sentences[0]}</p>`,
      null,
    );
    expect(found).toMatchObject({
      title: null,
      byline: null,
      outlet: null,
      publishedAt: null,
      canonicalUrl: null,
    });
  });

  it("is a wire report when the dateline says so", () => {
    const html = page(
      `<article><p>TEAL, March 3 (Reuters) - ${sentences[0]}</p><p>${sentences[1]}</p><p>${sentences[2]}</p></article>`,
    );
    expect(extractHtml(html, "https://observer.example/a").kind).toBe("wire");
  });

  it("takes no script address as canonical", () => {
    expect(
      extractHtml(`<link rel="canonical" href="javascript:alert(1)"><p>x`, null).canonicalUrl,
    ).toBeNull();
  });
});

describe("hostile pages", () => {
  it("run no script and load nothing", () => {
    extractHtml(
      `<script>globalThis.__ran = true</script><img src="http://127.0.0.1:9/x" onerror="globalThis.__ran = true"><p>x`,
      null,
    );
    expect("__ran" in globalThis).toBe(false);
  });

  it.each(["<div>", "<b>", "<blockquote>", "<font size=1>", "<p><b>", "<table><tr><td>", "<svg>", "<x-y>"])(
    "10,000 elements deep in %s keep their text",
    (tags) => {
      const each = tags.split("<").length - 1;
      const found = extractHtml(`${tags.repeat(10_000 / each)}deep words here`, null);
      if (tags !== "<svg>") expect(found.fullText).toContain("deep words here");
    },
    60_000,
  );

  it("text inside an unclosed noscript element does not swallow the page", () => {
    expect(extractHtml(`<noscript><div></noscript><p>${sentences[0]}</p>`, null).fullText).toContain(
      "Norland",
    );
  });

  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "<p>",
      "</p>",
      "<div>",
      "</div>",
      "<br>",
      "<a href='/x'>",
      "</a>",
      "<article>",
      "<script>",
      "<!--",
      "<table><td>",
      "&nbsp;",
      "🚢",
      "<pre>\n",
      "<li>",
      "<svg><style>",
      "<template>",
      "<h2>",
    ),
    fc.lorem({ mode: "sentences", maxCount: 4 }),
  );
  it("never throw, and main ranges are ordered and inside the text", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const found = extractHtml(pieces.join(""), null);
        const length = Array.from(found.fullText).length;
        let last = 0;
        for (const [start, end] of found.mainRanges) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(length);
        expect(found.fullText).not.toMatch(/\0|\p{Surrogate}/u);
        for (const part of mainText(found).split("\n\n")) expect(found.fullText).toContain(part);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
