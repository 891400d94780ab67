import { describe, expect, it } from "vitest";
import { parsePage } from "./parse-page";
import { closestElement, selectElements } from "./select-elements";

const page = parsePage(
  `<!doctype html><head><link rel="Canonical alternate" href="/a"><link rel="CANONICAL" href="/b">
   <script type="application/LD+json">{}</script></head>
   <body><main><article><h1 id="first">One</h1><p id="by" class="Byline small"><a id="who" itemprop="author name">Ada</a></p></article></main>
   <h1 id="second">Two</h1><div id="when" class="post-Date publishED"><time id="time" datetime="2024">x</time></div></body>`,
  "https://a.example/news/",
);
const ids = (selector: string) => selectElements(page, selector).map(({ id, tagName }) => id || tagName);

describe("what a selector names", () => {
  it.each([
    ["h1", ["first", "second"]],
    ["article h1", ["first"]],
    ["main h1, h1", ["first", "second"]],
    ["article time", []],
    ["[itemprop~=author]", ["who"]],
    ["[itemprop~=auth]", []],
    ["[itemprop~=author] [itemprop~=name]", []],
    ["[class*=byline i] a", ["who"]],
    ["[class*=byline] a", []],
    ["[class*=publish i][class*=date i]", ["when"]],
    ["time[datetime]", ["time"]],
    ["time[pubdate]", []],
    ["link[rel=canonical]", ["LINK"]],
    ['script[type="application/ld+json" i]', ["SCRIPT"]],
  ])("%s", (selector, found) => {
    expect(ids(selector)).toEqual(found);
  });

  it("is looked for upwards from an element, itself included", () => {
    const [who] = selectElements(page, "[itemprop~=name]");
    expect(closestElement(who!, "p, blockquote")?.id).toBe("by");
    expect(closestElement(who!, "a")?.id).toBe("who");
    expect(closestElement(who!, "h2")).toBeNull();
  });
});
