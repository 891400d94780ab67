import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { boundNesting, sanitizeHtml } from "./sanitize-html.server";

/** Parses as a browser would and lists whatever must not be there. */
function dangersIn(html: string): string[] {
  const { document } = new JSDOM(`<!doctype html><body>${html}`).window;
  return [...document.body.querySelectorAll("*")].flatMap((element) => {
    const bad =
      /^(?:script|style|svg|math|img|iframe|object|embed|form|input|link|meta|base|template|noscript)$/i.test(
        element.tagName,
      );
    const attributes = [...element.attributes].filter(({ name, value }) => {
      // An "is" cannot be taken from an element once made; DOMPurify empties it.
      if (name === "is" && value === "") return false;
      if (name === "href") return !/^(?:https?|mailto):/i.test(value);
      return !/^(?:rel|colspan|rowspan|datetime|lang|dir)$/.test(name);
    });
    return [...(bad ? [element.tagName] : []), ...attributes.map(({ name, value }) => `${name}=${value}`)];
  });
}

describe("imported HTML that will be shown", () => {
  it("keeps text, structure and plain links", () => {
    expect(sanitizeHtml('<h2 id="x" class="y">Ferries</h2><p style="color:red">Two <b>ferries</b></p>')).toBe(
      "<h2>Ferries</h2><p>Two <b>ferries</b></p>",
    );
    expect(sanitizeHtml('<a href="https://observer.example/a" onclick="x()" target="_top">a</a>')).toBe(
      '<a href="https://observer.example/a" rel="noopener noreferrer nofollow ugc">a</a>',
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\tscript:alert(1)'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href=''>x</a>",
    "<svg><g onload=alert(1)></g></svg>",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "<form><input name=attributes></form>",
    "<table background='javascript:x'><td style='x:expression(1)'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<p data-x="1" aria-label="2" id="body" class="fixed">x</p>',
  ])("%s is made harmless", (html) => {
    expect(dangersIn(sanitizeHtml(html))).toEqual([]);
  });

  it("is harmless whatever is thrown at it", () => {
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
        const clean = sanitizeHtml(pieces.join(""));
        expect(dangersIn(clean)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  const vectors = join(process.env.PAYLOADS_DIR ?? "../shared/payloads", "dompurify-expect.json");
  it.runIf(existsSync(vectors))(
    "is harmless for the vectors that DOMPurify is tested with",
    () => {
      const cases = JSON.parse(readFileSync(vectors, "utf8")) as { payload?: string }[];
      for (const { payload } of cases)
        if (payload) expect(dangersIn(sanitizeHtml(payload)), payload).toEqual([]);
    },
    120_000,
  );
});

it("a page of tags that never end is read once through", () => {
  const html = "<p>News</p>" + "<a ".repeat(300_000);
  expect(boundNesting(html)).toEqual({ html, isDeep: false });
});
