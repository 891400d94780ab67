import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readerWords } from "@/lib/words/reader";
import { Markdown } from "./markdown";

const citations = { numbers: new Map([["ev1", 1]]), hasWithheld: false, words: readerWords("en").evidence };

function render(source: string, hasWithheld = false): string {
  const html = renderToStaticMarkup(<Markdown source={source} citations={{ ...citations, hasWithheld }} />);
  return html.replace('<div class="prose">', "").replace(/<\/div>$/, "");
}

test.each([
  ["one\ntwo\n\nthree", "<p>one\ntwo</p><p>three</p>"],
  ["**bold** and *italic* and _so_", "<p><strong>bold</strong> and <em>italic</em> and <em>so</em></p>"],
  ["**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"],
  ["snake_case_name and 2 * 3 * 4", "<p>snake_case_name and 2 * 3 * 4</p>"],
  ["\\*not bold\\*", "<p>*not bold*</p>"],
  ["- a\n- b\n\ntext", "<ul><li>a</li><li>b</li></ul><p>text</p>"],
  ["3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
  ["in the year\n2024. That was", "<p>in the year\n2024. That was</p>"],
  ["> quoted\n> more\n\nafter", "<blockquote><p>quoted\nmore</p></blockquote><p>after</p>"],
  ["## Title", "<h3>Title</h3>"],
  ["About \\~5,000, 2 \\< 3", "<p>About ~5,000, 2 &lt; 3</p>"],
  ["- a\n  - b\n    - c", "<ul><li>a</li><li>b</li><li>c</li></ul>"],
])("%j is rendered as elements", (source, html) => {
  expect(render(source)).toBe(html);
});

test("links lead to http and https only", () => {
  expect(render("[a](https://x.example/p?q=1)")).toBe(
    '<p><a href="https://x.example/p?q=1" rel="noopener nofollow">a</a></p>',
  );
  for (const target of [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//x.example",
    "/path",
    "vbscript:x",
    "java\tscript:alert(1)",
  ]) {
    expect(render(`[a](${target})`)).toMatch(/^<p><em>a<\/em>/);
  }
});

test("HTML stays text", () => {
  const html = render(
    '<script>alert(1)</script><b onclick="x">b</b> [<i>](https://x.example/"onmouseover=")',
  );
  expect(html).not.toMatch(/<(?:script|b|i)[\s>]/);
  expect(html).not.toContain('"onmouseover');
});

test("citations become links to evidence; background and unknown ones show nothing", () => {
  expect(render("Fact.[^ev1] Known.[^background] Odd.[^nope]")).toBe(
    '<p>Fact.<sup class="cite" id="c1"><a href="#e1" aria-label="Evidence 1">1</a></sup> Known. Odd.</p>',
  );
  expect(render("Odd.[^nope]", true)).toContain("[withheld]");
});

test.each(["[", "*", "_", "**a", "[a](", "> ", "\\", "[^"])(
  "%j again and again is read to its end, within the time that any test has",
  (part) => expect(render(part.repeat(20_000))).toContain("<"),
);
