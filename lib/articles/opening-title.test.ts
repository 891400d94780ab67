import { describe, expect, it } from "vitest";
import { extractDump, extractTable } from "./extract-dump";
import { extractHtml } from "./extract-html.server";
import { mainText } from "./extraction";

const body = "The ferry to Selby sails again from Monday. It had been laid up since March.";
const wrapped = [
  "The ferry to Selby sails again from Monday, the harbour office said, after the",
  "yard had replaced both of its engines and the owner had paid what was still due",
  "from the year before.",
].join("\n");

describe("the headline of a text that was pasted", () => {
  it.each<[string, string, string]>([
    ["of three words, apart", `Ferry sails again\n\n${body}`, "Ferry sails again"],
    ["of one word, over longer lines", `Ferries\n${body}`, "Ferries"],
    ["over a paragraph of one short sentence", "Selby\n\nThe ferry sails.", "Selby"],
    ["that asks", `Does the ferry to Selby sail again?\n\n${body}`, "Does the ferry to Selby sail again?"],
    ["that calls out", `Ferry sails again!\n\n${body}`, "Ferry sails again!"],
    ["in quotation marks", `“We will sail again”\n\n${body}`, "“We will sail again”"],
    ["over a byline and a date", `Ferry sails\nBy Ana Brook\n3 March 2023\n\n${body}`, "Ferry sails"],
    ["under a label", `PRESS RELEASE\n\nFerry sails\n\n${body}`, "Ferry sails"],
    [
      "over a line below it",
      `Ferry to Selby sails again\n\nNew engines\n\n${body}`,
      "Ferry to Selby sails again",
    ],
    [
      "over a paragraph broken at a column",
      `Harbour office: the ferry to Selby sails again on Monday\n${wrapped}`,
      "Harbour office: the ferry to Selby sails again on Monday",
    ],
    [
      "in Ukrainian",
      "Пором знову ходить\n\nПором до Селбі ходить від понеділка. Його ремонтували.",
      "Пором знову ходить",
    ],
    ["of somebody who speaks, over a text", `Mayor: It sails again\n\n${body}`, "Mayor: It sails again"],
    ["that ends in an abbreviation", `Yard sues Acme Inc.\n\n${body}`, "Yard sues Acme Inc."],
    [
      "that ends in a stop, over a byline",
      `The ferry sails again.\nBy Ana Brook\n\n${body}`,
      "The ferry sails again.",
    ],
    ["after blank lines, with spaces around", `\n\n  Ferry sails  \n\n${body}`, "Ferry sails"],
    ["with Windows line ends", `Ferry sails\r\n\r\n${body}`, "Ferry sails"],
  ])("is its short first line: %s", (_what, text, title) => {
    const found = extractDump(text);
    expect(found.title).toBe(title);
    // It asserts too, so it can be suggested and quoted like the rest.
    expect(mainText(found)).toContain(title);
    expect(mainText(found)).toContain(text.trim().split("\n").at(-1)!.trim());
  });

  it.each<[string, string]>([
    ["a sentence", `The ferry sails.\n\n${body}`],
    ["a sentence of four words", `The ferry sails again.\n\n${body}`],
    ["a conversation", `Mayor: It sails again\n\nReporter: Since when?\n\n${body}`],
    ["a paragraph alone", body],
    ["broken at a column", wrapped],
    ["a greeting", `Dear harbour office\n\n${body}`],
    ["somebody speaking", `Mayor: It sails\n\n${body}`],
    ["a line that goes on", `The ferry, they say,\n\n${body}`],
    ["an address", `https://harbour.example/ferry\n\n${body}`],
    ["topics", `Ships, Selby, Harbour\n\n${body}`],
    ["a label", `BREAKING NEWS\n\n${body}`],
    ["a list without a text", "Ferries\n\nTrams\n\nBuses"],
    ["a question that runs on", `Does it sail?\nIt does, as of Monday, and twice a day from then on.`],
    ["a date", `3 March 2023\n\n${body}`],
    ["nothing", ""],
  ])("stays unknown where the first line is none: %s", (_what, text) => {
    expect(extractDump(text).title).toBeNull();
  });

  it.each(["The ferry sails.", "The ferry sails again."])(
    "leaves a first line that is no headline in the text: %s",
    (line) => expect(mainText(extractDump(`${line}\n\n${body}`))).toBe(`${line}\n\n${body}`),
  );

  it("is looked for in a table of any length", () => {
    const rows = "Selby,12\n".repeat(150_000);
    expect(extractTable(rows).fullText).toHaveLength(rows.length);
  });

  it("is no cell of a table", () => {
    expect(extractTable("Claim\nThe mayor bought six buses.").title).toBeNull();
  });
});

describe("the headline of HTML that was pasted", () => {
  it.each<[string, string, string | null]>([
    ["its h1", `<h1>Ferry sails</h1><p>${body}</p>`, "Ferry sails"],
    ["a short h1", `<h1>War</h1><p>${body}</p>`, "War"],
    [
      "the first heading, where there is no h1",
      `<p>Harbour news</p><h2>Ferry sails.</h2><p>${body}</p>`,
      "Ferry sails.",
    ],
    ["a first line in bold", `<p><b>Ferry sails again</b></p><p>${body}</p>`, "Ferry sails again"],
    ["a first line of its own", `<div>Ferry sails</div><div>${body}</div>`, "Ferry sails"],
    [
      "behind a menu",
      `<ul><li>Home</li></ul><a href="/a">World</a><p>Ferry sails</p><p>${body}</p>`,
      "Ferry sails",
    ],
    [
      "a heading in a header, over a line that stands apart",
      `<header><h2>Ferry sails</h2><p>By Ana Brook</p></header><p>Harbour news</p><p>${body}</p>`,
      "Ferry sails",
    ],
    [
      "no heading in a header, where another one follows",
      `<header><h2>Selby Post</h2></header><h2>Ferry sails</h2><p>${body}</p>`,
      "Ferry sails",
    ],
    [
      "no heading in a header that leads elsewhere, or to places of a menu",
      `<header><h2><a href="/">Selby Post</a></h2><nav><h3>Sections</h3></nav></header><p>${body}</p>`,
      null,
    ],
    ["nothing, under a sentence", `<p>The ferry sails.</p><p>${body}</p>`, null],
    ["nothing, over a text", `<p>${body}</p><h2>More</h2>`, null],
    [
      "what its page is called",
      `<title>Ferries of Selby</title><p>Ferry</p><p>${body}</p>`,
      "Ferries of Selby",
    ],
  ])("is %s", (_what, html, title) => {
    expect(extractHtml(html, null).title).toBe(title);
  });
});
