import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { parsePage } from "./parse-page";

const pages = {
  "a page without any of its outer tags": "Hello <b>there",
  "paragraphs that are never closed": "<p>One<p>Two<div>Three<p>Four",
  "formatting that crosses blocks": "<p>a <b>b <i>c</b> d</i> e</p>",
  "lists, drawings and templates":
    "<ul><li>1<li>2</ul><svg viewBox='0 0 1 1'><path d=''/></svg><template><p>no</p></template>",
  "a comment, a doctype and entities":
    "<!DOCTYPE html><!-- x --><title> A &amp;  B </title><p>&eacute;&nbsp;&#x1F600;</p>",
  nothing: "",
};

describe("a page's tree", () => {
  it.each(Object.entries(pages))("is a browser's: %s", (_, source) => {
    const ours = parsePage(source, "https://a.example/");
    const theirs = new JSDOM(source, { url: "https://a.example/" }).window.document;
    expect(ours.documentElement.innerHTML).toBe(theirs.documentElement.innerHTML);
    expect(ours.documentElement.textContent).toBe(theirs.documentElement.textContent);
    expect(ours.title).toBe(theirs.title);
    expect(ours.getElementsByTagName("*").map(({ tagName }) => tagName)).toEqual(
      Array.from(theirs.querySelectorAll("*"), ({ tagName }) => tagName),
    );
  });

  it.each([
    ["<table>lost<tr><td>kept</table>", "lost<table><tbody><tr><td>kept</td></tr></tbody></table>", null],
    ["<body class=one><p>x</p><body class=two id=b>", "<p>x</p>", "one"],
  ])("is as the HTML standard has it where jsdom is not: %s", (source, inner, name) => {
    const { body } = parsePage(source, null);
    expect([body!.innerHTML, body!.getAttribute("class")]).toEqual([inner, name]);
  });

  it.each([
    ["<p>x", "https://a.example/b/"],
    ["<base href='/c/'><p>x", "https://a.example/c/"],
    ["<base target=_top><base href='https://d.example'><p>x", "https://d.example/"],
    ["<base href='http://['><p>x", "https://a.example/b/"],
  ])("tells from where addresses in %j are meant", (source, base) => {
    expect(parsePage(source, "https://a.example/b/").baseURI).toBe(base);
  });

  it("keeps children in order when some are moved, replaced and taken out", () => {
    const page = parsePage("<p id=a></p><p id=b></p><p id=c></p>", null);
    const body = page.body!;
    const [a, b, c] = body.children;
    body.insertBefore(c!, a!);
    body.replaceChild(page.createTextNode("between"), b!);
    expect(body.innerHTML).toBe('<p id="c"></p><p id="a"></p>between');
    expect([a!.nextElementSibling, a!.previousElementSibling, b!.parentNode]).toEqual([null, c, null]);
    body.textContent = "words";
    expect([body.childNodes.length, body.childElementCount, body.innerHTML]).toEqual([1, 0, "words"]);
  });

  it("gives Readability what a browser's gives it", () => {
    const sentence =
      "The yard sold two ferries to the port, which paid more than it had said, for the year. ";
    const source = `<title>Ferries</title><nav><ul><li><a href=/x>Menu</a></ul></nav><article><h1>Ferries</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(5)}<br><br>loose ${sentence}</article><footer>Imprint</footer>`;
    const theirs = new Readability(new JSDOM(source, { url: "https://a.example/" }).window.document).parse();
    const ours = new Readability(parsePage(source, "https://a.example/") as unknown as Document).parse();
    expect(ours!.textContent).toBe(theirs!.textContent);
    expect(ours!.content).toBe(theirs!.content);
  });
});
