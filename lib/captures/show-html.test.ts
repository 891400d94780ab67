import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { anchorAt } from "../quotes/match-quote";
import { showHtml } from "./show-html.server";
import { textAsHtml } from "./show-text";
import { cleanStyles, viewDocument } from "./view-document";

const quoteOf = (exact: string, prefix = "", suffix = "") => ({
  id: "q1",
  exact,
  prefix,
  suffix,
  start: 0,
  end: 1,
});
const show = (html: string, exact = "nothing like it") => showHtml(html, [quoteOf(exact)], "q1");

/** What a browser would fetch, run, send or open, of all that HTML has for it. */
function dangers(html: string): string[] {
  const { document } = new JSDOM(html).window;
  const found: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    if (
      /^(?:script|iframe|object|embed|form|input|button|link|meta|base|svg|math|template|audio|video|source|frame|marquee)$/.test(
        name,
      )
    )
      found.push(name);
    for (const { name: attribute, value } of element.attributes) {
      if (
        /^on|^(?:href|srcset|action|formaction|background|poster|ping|xlink:href|http-equiv)$/.test(attribute)
      )
        found.push(`${name} ${attribute}`);
      if (attribute === "src" && !value.startsWith("data:image/")) found.push(`${name} src=${value}`);
      if (attribute === "style" && /url\(|@import|expression/i.test(value)) found.push(`style ${value}`);
    }
  }
  return found;
}

describe("showHtml", () => {
  it.each([
    `<script>alert(1)</script><p>kept</p>`,
    `<marquee onstart=alert(1)>kept</marquee>`,
    `<p onclick="alert(1)">kept</p>`,
    `<img src="https://evil.example/x.png" srcset="https://evil.example/2x.png 2x" onerror=alert(1)><p>kept</p>`,
    `<meta http-equiv="refresh" content="0;url=https://evil.example"><p>kept</p>`,
    `<base href="https://evil.example/"><p>kept</p>`,
    `<link rel=stylesheet href="https://evil.example/x.css"><p>kept</p>`,
    `<form action="https://evil.example"><input name=a autofocus><button formaction="javascript:alert(1)">go</button><p>kept</p></form>`,
    `<iframe src="https://evil.example" srcdoc="<script>alert(1)</script>"></iframe><p>kept</p>`,
    `<svg><a xlink:href="javascript:alert(1)"><text>x</text></a><script>alert(1)</script><image href="https://evil.example"/></svg><p>kept</p>`,
    `<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>kept</p>`,
    `<object data="https://evil.example"></object><embed src="https://evil.example"><p>kept</p>`,
    `<video src="https://evil.example/v.mp4" poster="https://evil.example/p.png"></video><p>kept</p>`,
    `<p style="background:url(https://evil.example/x)">kept</p>`,
    `<p style="background:u\\72l(https://evil.example/x)">kept</p>`,
    `<a href="https://evil.example" ping="https://evil.example/ping">kept</a>`,
    `<table background="https://evil.example/x.png"><tr><td>kept</td></tr></table>`,
    `<img src="data:image/svg+xml,<svg onload=alert(1)>"><p>kept</p>`,
    `<style>@import "https://evil.example/x.css"; p{background:url(https://evil.example)}</style><p>kept</p>`,
    `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><p>kept</p>`,
  ])("keeps the words and nothing that runs, loads, sends or leads away: %s", (html) => {
    const page = show(html, "kept");
    const whole = viewDocument({ title: null, language: null, body: page.body, css: page.css });
    expect(dangers(page.body)).toEqual([]);
    expect(whole).not.toContain("evil.example");
    expect(page.body).toContain("kept");
    expect(page.found).toEqual(["q1"]);
  });

  it("shows nothing that runs, loads, sends or leads away, whatever tags and halves of tags a page is made of", () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        "<svg>",
        "<math>",
        "<mtext>",
        "<style>",
        "</style>",
        "<p>",
        "<a href='",
        "'>",
        "<!--",
        "-->",
        "<img src=x onerror=y>",
        "<table>",
        "<noscript>",
        "<title>",
        "<form>",
        "<b>",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        expect(dangers(show(pieces.join("")).body)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  const vectors = join(process.env.PAYLOADS_DIR ?? "../shared/payloads", "dompurify-expect.json");
  it.runIf(existsSync(vectors))(
    "shows nothing that runs, loads, sends or leads away of the vectors that DOMPurify is tested with",
    () => {
      const cases = JSON.parse(readFileSync(vectors, "utf8")) as { payload?: string }[];
      for (const { payload } of cases) if (payload) expect(dangers(show(payload).body), payload).toEqual([]);
    },
    120_000,
  );

  it("marks a quote across inline elements and blocks, and scrolls to its first part only", () => {
    const page = showHtml(
      `<p>It bought <b>at least</b> “nine” boats.</p><ul><li>In <i>May</i></li><li>and June.</li></ul>`,
      [quoteOf('at least "nine" boats. In May')],
      "q1",
    );
    expect(page.found).toEqual(["q1"]);
    const { document } = new JSDOM(page.body).window;
    const marks = [...document.querySelectorAll("mark.shown")].map(({ textContent }) => textContent);
    expect(marks.join("|")).toBe("at least| “nine” boats.|In |May");
    expect(document.querySelectorAll("#countersign-quote")).toHaveLength(1);
    expect(document.querySelector("mark")!.id).toBe("countersign-quote");
  });

  it("lets the neighbours decide which of two like passages is meant, and marks none when nothing does", () => {
    const html = `<p>In May it sold 12 boats.</p><p>In June it sold 12 boats.</p>`;
    const one = showHtml(html, [quoteOf("it sold 12 boats", "In June ")], "q1");
    expect(one.body).toMatch(/In May it sold.*In June <mark/s);
    expect(showHtml(html, [quoteOf("it sold 12 boats")], "q1").found).toEqual([]);
  });

  it("does not let the page pass something else off as the quote", () => {
    const page = show(
      `<mark id="countersign-quote" class="shown">forged</mark><p>true words</p>`,
      "true words",
    );
    const { document } = new JSDOM(page.body).window;
    expect(document.querySelector("#countersign-quote")!.textContent).toBe("true words");
  });

  it("keeps inline styles and embedded pictures, so that the page looks as it did", () => {
    const page = show(
      `<style>.lead{color:red}</style><p class="lead" style="margin:1px">x</p><img alt="A boat" src="data:image/png;base64,AA==">`,
    );
    expect(page.css).toContain(".lead{color:red}");
    expect(page.body).toContain('class="lead" style="margin:1px"');
    expect(page.body).toContain("data:image/png");
  });
});

describe("cleanStyles", () => {
  it.each([
    "</style><script>alert(1)</script>",
    "a{background:url(https://evil.example)}",
    "a{background:U\\52L('https://evil.example')}",
    "a{background:/**/url/**/(//evil.example)}",
    "@import 'https://evil.example';",
    "@import url(https://evil.example) screen;",
    "@font-face{font-family:x;src:url(https://evil.example)}",
    "a{background:image-set('https://evil.example' 1x)}",
  ])("leaves nothing in %j that loads or ends the sheet", (css) => {
    expect(cleanStyles([css])).not.toMatch(/<|url\s*\(|@import|@font-face|image-set\s*\(/i);
  });
});

describe("textAsHtml", () => {
  const text = "One <b> & two 😀 three.\nFour five.";
  const at = (exact: string, id = exact) => {
    const points = [...text];
    const start = [...text.slice(0, text.indexOf(exact))].length;
    expect(points.slice(start, start + [...exact].length).join("")).toBe(exact);
    return { id, ...anchorAt(text, { start, end: start + [...exact].length }) };
  };

  it("escapes the text and marks quotes by code points, over lines and where they overlap", () => {
    const html = textAsHtml(text, [at("😀 three.\nFour"), at("three")], "three");
    expect(html).toBe(
      '<p>One &lt;b&gt; &amp; two <mark>😀 </mark><mark class="shown" id="countersign-quote">three</mark><mark>.</mark></p>\n<p><mark>Four</mark> five.</p>',
    );
  });
});

describe("viewDocument", () => {
  const whole = (css: string | null) =>
    viewDocument({ title: null, language: null, body: "<p>Words</p>", css });

  it("lets the words alone follow the theme and keeps a stranger's page on its own paper", () => {
    expect(whole(null)).toContain("color-scheme:light dark");
    expect(whole(null)).toContain("prefers-color-scheme:dark");
    expect(whole("p{margin:0}")).toContain("color-scheme:light}");
    expect(whole("p{margin:0}")).not.toContain("dark");
  });
});
