import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanAddress } from "./clean-address";
import { cleanPaste, cleanPasteHtml, cleanPasteText } from "./clean-paste";
import { clipboards } from "./fixtures";
import { tableOfHtml } from "./table-of-html";

describe("cleanPaste", () => {
  it("keeps what Google Docs means: headings, bold, italic, links without its wrapping, lists within lists", () => {
    expect(cleanPaste(clipboards.docs)).toBe(
      [
        "## The bridge",
        "It **cost** *twice as much*, says the [audit](https://audit.example/report?id=7).",
        "- First\n   - Within\n- Second",
      ].join("\n\n"),
    );
    expect(cleanPasteHtml(clipboards.docs)).toBe(
      '<h2>The bridge</h2><p>It <strong>cost</strong> <em>twice as much</em>, says the <a href="https://audit.example/report?id=7">audit</a>.</p>' +
        "<ul><li><p>First</p><ul><li><p>Within</p></li></ul></li><li><p>Second</p></li></ul>",
    );
  });

  it("makes lists of Word's paragraphs and leaves its comments behind", () => {
    expect(cleanPaste(clipboards.word)).toBe(
      "## What we found\n\nThe mayor said “**six**” buses at once.\n\n- A point\n- Another *point*\n1. In order",
    );
    expect(cleanPasteText(clipboards.word)).toBe(
      "What we found\n\nThe mayor said “six” buses at once.\n\n- A point\n- Another point\n1. In order",
    );
  });

  it("keeps the number of each list's first item, also where paragraphs stand between", () => {
    const html =
      "<ol><li>One</li><li>Two</li></ol><p>Between</p><ol start=3><li>Three</li><li><p>Four</p><p>goes on</p></li></ol>" +
      "<ul><li>Mark<ol start='7'><li>Seven</li></ol></li></ul><ol start='-2'><li>None</li><li value=9>Nine</li></ol>";
    expect(cleanPaste(html)).toBe(
      "1. One\n2. Two\n\nBetween\n\n3. Three\n4. Four goes on\n- Mark\n   7. Seven\n1. None\n9. Nine",
    );
    expect(cleanPasteHtml(html)).toContain('<p>Between</p><ol start="3"><li><p>Three</p></li><li><p>Four');
    const word = (marker: string) =>
      `<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>${marker}<span>&nbsp;</span></span>So</p>`;
    expect(cleanPasteText(`${word("3.")}${word("4.")}<p>x</p>${word("2.5.")}<p>x</p>${word("c)")}`)).toBe(
      "3. So\n4. So\n\nx\n\n5. So\n\nx\n\n1. So",
    );
  });

  it("takes an item of Word's own list as its list has it", () => {
    const html =
      "<ol style='margin-top:0cm' start=2 type=1><li class=MsoNormal style='mso-list:l0 level1 lfo1'>Two</li></ol>";
    expect(cleanPaste(html)).toBe("2. Two");
  });

  it("leads where a link of Outlook leads", () => {
    expect(cleanPaste(clipboards.outlook)).toBe(
      "Dear desk,\n\nSee [the minutes](https://city.example/minutes).",
    );
  });

  it("writes a row of Sheets in a line, and reads its cells for an import", () => {
    expect(cleanPaste(clipboards.sheets)).toBe("Claim · Who\n\nSix buses & a tram were bought · The mayor");
    expect(tableOfHtml(clipboards.sheets)).toEqual([
      ["Claim", "Who"],
      ["Six buses & a tram\nwere bought", "The mayor"],
    ]);
  });

  it("keeps a row of Word in a line, whatever stands in its cells, and the words of a footnote, which cites nothing", () => {
    expect(cleanPaste(clipboards.wordWithFootnote)).toBe(
      "The mayor called it “a bargain”\\[1\\]; it’s not.\n\n**Year** · **Ferries**\n\n2024 · seven\n\n\\[1\\] Council minutes, page 12.",
    );
    expect(cleanPaste('<p>So<a href="https://desk.example/verdict#_ftn1">[1]</a>.</p>')).toBe("So\\[1\\].");
    const cells = "<tr><td><p>a</p><p>b</p></td><td><ul><li>c</li><li>d</li></ul></td></tr>";
    expect(cleanPaste(`<p>Before</p><table>${cells}${cells}</table><p>After</p>`)).toBe(
      "Before\n\na b · c d\n\na b · c d\n\nAfter",
    );
  });

  it("keeps each cell in its column where cells are merged over rows and columns", () => {
    const html =
      "<table><tr><td>Claim</td><td>Who</td><td>Where</td></tr>" +
      "<tr><td>One</td><td rowspan=2>Ann</td><td>Kyiv</td></tr><tr><td>Two</td><td>Lviv</td></tr>" +
      "<tr><td colspan=2 rowspan=2>Three</td><td>Odesa</td></tr><tr><td>Dnipro</td></tr><tr><td>Four</td></tr></table>";
    expect(tableOfHtml(html)).toEqual([
      ["Claim", "Who", "Where"],
      ["One", "Ann", "Kyiv"],
      ["Two", "", "Lviv"],
      ["Three", "", "Odesa"],
      ["", "", "Dnipro"],
      ["Four"],
    ]);
  });

  it("keeps each cell in its column below one that is merged over more rows than a screen shows", () => {
    const below = Array.from({ length: 149 }, (_, at) => `<tr><td>Claim ${at}</td><td>Ann</td></tr>`).join(
      "",
    );
    const html = `<table><tr><td rowspan=150>Taxes</td><td>Claim</td><td>Ann</td></tr>${below}</table>`;
    const rows = tableOfHtml(html);
    expect(new Set(rows.slice(1).map((row) => row[0]))).toEqual(new Set([""]));
    expect(rows.at(-1)).toEqual(["", "Claim 148", "Ann"]);
  });

  it("fills no more than a sheet may have with what is merged over all of it", () => {
    const html = `<table><tr>${"<td colspan=100 rowspan=9999>".repeat(500)}${"<tr><td>x".repeat(5_000)}</table>`;
    expect(
      Math.max(
        ...tableOfHtml(html)
          .slice(1)
          .map(({ length }) => length),
      ),
    ).toBeLessThan(102);
  });

  it.each([
    ["marks that Markdown would read", "<p>2*3*4 [a] _b_</p>", "2\\*3\\*4 \\[a\\] \\_b\\_"],
    [
      "what would begin a heading or list",
      "<p># no</p><p>- no</p><p>1. no</p>",
      "\\# no\n\n\\- no\n\n1\\. no",
    ],
    ["words that look like a tag", "<p>&lt;b&gt; and 1 < 2</p>", "\\<b> and 1 \\< 2"],
    ["spaces outside of what is bold", "<p>a<b> b </b>c</p>", "a **b** c"],
    ["an address that runs code", '<a href="javascript:alert(1)">x</a>', "x"],
    ["brackets in an address", '<a href="https://a.example/x_(y)">x</a>', "[x](https://a.example/x_%28y%29)"],
    ["an item of two paragraphs", "<ol><li><p>a</p><p>b</p></li><li>c</li></ol>", "1. a b\n2. c"],
    ["a quotation", "<blockquote><p>said</p></blockquote>", "> said"],
    ["plain words", "no tags & no wonders", "no tags & no wonders"],
    ["nothing", "", ""],
  ])("writes %s", (_name, html, markdown) => expect(cleanPaste(html)).toBe(markdown));

  const parts = fc.array(
    fc.oneof(
      fc.constantFrom(
        "<b>",
        "</b>",
        "<p ",
        ">",
        "<li>",
        "<ul>",
        "</ul>",
        "<!--",
        "-->",
        "<![if",
        "&lt;",
        "&#60;",
        "<a href='",
        "'",
        '"',
        "<td>",
        "<script>",
        "<style>x",
        "<o:p>",
        "\u00a0",
        "<h2>",
        "</",
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  );

  it("never throws and leaves no HTML, whatever it is given", () => {
    fc.assert(
      fc.property(parts, (pieces) => {
        const html = pieces.join("");
        expect(cleanPaste(html)).not.toMatch(/(?<!\\)(?:\\\\)*<[a-z!/?]/i);
        const ours = /<\/?(?:p|h2|h3|ul|ol|li|blockquote|strong|em)>|<a href="https?:[^"<>]*">|<\/a>/g;
        expect(cleanPasteHtml(html).replace(ours, "")).not.toMatch(/[<>]/);
        expect(typeof cleanPasteText(html)).toBe("string");
      }),
      { numRuns: 500 },
    );
  });

  it("takes time in proportion to a long paste, also one made to be slow", () => {
    for (const piece of ["<", "<a ", "<a '", "<!--", "<b>", "<li>", "&", "<p>x</p>"])
      expect(cleanPaste(piece.repeat(100_000)).length).toBeLessThan(2_000_000);
  });
});

describe("cleanAddress", () => {
  it.each([
    ["https://a.example/x?utm_source=y&b=1#part", "https://a.example/x?b=1#part"],
    ["https://a.example/x/", "https://a.example/x/"],
    ["https://www.google.com/url?q=https://www.google.com/url?q%3Dhttps://a.example/", "https://a.example/"],
    ["https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"],
    ["file:///C:/x.docx", null],
    ["#bookmark", null],
  ])("takes %s to %s", (href, address) => expect(cleanAddress(href)).toBe(address));
});
