import { generateKeyPairSync } from "node:crypto";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { afterAll, expect, it } from "vitest";
import { checkFile } from "../../scripts/verify-in-browser.mjs";
import { clientAddress } from "../accounts/client-address";
import { checkUrl } from "../articles/address-guard";
import { extractDump } from "../articles/extract-dump";
import { extractHtml } from "../articles/extract-html.server";
import { readJsonLd } from "../articles/json-ld";
import { findDate, normaliseDate } from "../articles/published-time";
import { readDocument } from "../articles/read-document.server";
import { parseRobots, robotsAllow } from "../articles/robots";
import { sourceSpans } from "../attributions/source-spans";
import { showHtml } from "../captures/show-html.server";
import { textAsHtml } from "../captures/show-text";
import { filtersOfQuery, readQueueFilters } from "../claims/queue-filters";
import { slugOf } from "../claims/slug";
import { suggestClaims } from "../claims/suggest-claims";
import { mentionsIn } from "../comments/mentions";
import { parseFigures } from "../figures/parse-figures";
import { guessColumns } from "../imports/columns";
import { planRows } from "../imports/plan-rows";
import { tableOfBytes, tableOfText } from "../imports/read-cells";
import { dayOrder, readDay } from "../imports/read-day";
import { readWorkbook } from "../imports/read-workbook.server";
import { openNote } from "../log/fixtures/open-checkpoint";
import { cleanPaste, cleanPasteHtml, cleanPasteText } from "../paste/clean-paste";
import { tableOfHtml } from "../paste/table-of-html";
import { nameKey } from "../publications/name-key";
import { readQuery } from "../publications/search-query";
import { wordDiff } from "../publications/word-diff";
import { xmlDeclaration, xmlElement } from "../publications/xml";
import { matchQuote } from "../quotes/match-quote";
import { writeUpSentences } from "../verdicts/write-up";
import { csvText } from "./csv";
import { decodeCursor, isCursor } from "./cursor";
import { safeReturnPath } from "./safe-redirect";
import { cleanText } from "./text-input";
import { tries, value, words } from "../../scripts/test/any-input";

let tried = 0;

const verifier = { name: "x", x: generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" }).x! };
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Readers of text, each with what must hold of its answer, and how many cases it gets. */
const readers: [string, number, (text: string) => unknown][] = [
  [
    "cursors",
    600,
    (text) => [
      decodeCursor(text, 2),
      isCursor(text, ["text", "number"]),
      decodeCursor(Buffer.from(text).toString("base64url"), 1),
    ],
  ],
  ["figures", 500, (text) => parseFigures(text)],
  ["write-ups", 500, (text) => writeUpSentences(text, [text.slice(0, 20)])],
  ["sources that a sentence names", 300, (text) => sourceSpans(text)],
  ["claims suggested", 200, (text) => suggestClaims(text, [[0, [...text].length]])],
  ["dumps of pages", 300, (text) => extractDump(text)],
  ["cells of CSV", 600, (text) => [tableOfText(text), tableOfBytes(bytesOf(text))]],
  [
    "columns and rows",
    500,
    (text) => {
      const table = [
        ["Claim", "Who", "Date", text],
        [text, text, text, text],
      ];
      return planRows(table, guessColumns(table[0]!), { hasHeader: true, timeZone: "UTC" });
    },
  ],
  ["days", 500, (text) => readDay(text, dayOrder([text]))],
  [
    "clipboard HTML",
    500,
    (text) => [
      cleanPaste(text),
      cleanPasteText(text),
      cleanPasteHtml(text),
      tableOfHtml(`<table><tr><td>${text}`),
    ],
  ],
  ["dates of pages", 500, (text) => [findDate(text), normaliseDate(text)]],
  [
    "JSON-LD",
    400,
    (text) =>
      readJsonLd([
        text,
        JSON.stringify({
          "@type": text,
          "@graph": [{ "@type": "NewsArticle", headline: text, author: [text, { name: text }] }],
        }),
      ]),
  ],
  [
    "robots.txt",
    400,
    (text) => [parseRobots(text), robotsAllow(`User-agent: *\nDisallow: ${text}`, text, text)],
  ],
  [
    "addresses",
    500,
    (text) => [checkUrl(text), checkUrl(`https://${text}`), clientAddress(text, 1), safeReturnPath(text)],
  ],
  [
    "filters of the queue",
    400,
    (text) => [
      readQueueFilters({ q: text, state: text, due: text, sort: text, topic: text }),
      filtersOfQuery(text),
    ],
  ],
  ["searches", 500, (text) => readQuery(text)],
  ["mentions", 400, (text) => mentionsIn(`@${text}`, [{ id: "1", name: text, handle: "ann" }])],
  ["names and slugs", 400, (text) => [nameKey(text), slugOf(text)]],
  [
    "quotes",
    300,
    (text) =>
      matchQuote(cleanText(text), { exact: cleanText(text).slice(0, 40) || "x", prefix: text, suffix: text }),
  ],
  [
    "signed heads",
    400,
    (text) => [openNote(text, verifier), openNote(`${text}\n\n\u2014 x ${text}\n`, verifier)],
  ],
  [
    "differences",
    200,
    (text) => {
      const before = text.split("").reverse().join("").slice(0, 200);
      const parts = wordDiff(before, text.slice(0, 200));
      expect(
        parts
          .filter(({ op }) => op !== "del")
          .map((part) => part.text)
          .join(""),
      ).toBe(text.slice(0, 200));
    },
  ],
];

it.each(readers)("reading %s ends in an answer, whatever is read", (_, cases, read) => {
  tried += tries(cases, words, read);
});

it("ASVS 1.2.10: a cell of CSV comes back as it was, but for the apostrophe before a formula", () => {
  tried += tries(600, fc.array(words.map(cleanText), { minLength: 1, maxLength: 4 }), (cells) => {
    const [back] = parseCsv(csvText([cells]), { relaxColumnCount: true }) as string[][];
    expect(back).toEqual(cells.map((cell) => (/^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${cell}` : cell)));
  });
});

it("ASVS 1.2.1: text in XML is read as that text, and as nothing else", () => {
  const { DOMParser } = new JSDOM("").window;
  tried += tries(500, words.map(cleanText), (text) => {
    const document = new DOMParser().parseFromString(
      `${xmlDeclaration}${xmlElement("a", text, { b: text })}`,
      "text/xml",
    );
    expect([document.querySelector("parsererror"), document.querySelectorAll("*").length]).toEqual([null, 1]);
  });
});

/** Each of these is put into a document of jsdom's, which is slow where elements are deep. */
const markup = words.map((text) => cleanText(text).slice(0, 400));

it("ASVS 1.3.1, 3.2.1: stored HTML and text are shown without anything that runs", () => {
  const { document } = new JSDOM("").window;
  const isBad = (element: Element) =>
    /^(script|iframe|object|embed|form|svg|math|base|link|meta)$/.test(element.localName) ||
    element.getAttributeNames().some((name) => /^on|^href$|^srcdoc$/.test(name));
  tried += tries(150, markup, (text) => {
    for (const html of [showHtml(text, [], null).body, textAsHtml(text, [], null)]) {
      const template = document.createElement("template");
      template.innerHTML = html;
      expect(
        [...template.content.querySelectorAll("*")].filter(isBad).map(({ outerHTML }) => outerHTML),
      ).toEqual([]);
    }
  });
});

it("HTML of strangers becomes an article, or is refused", () => {
  tried += tries(50, markup, (text) => extractHtml(`<title>${text}</title><article><p>${text}</p>`, null));
});

it("files of any bytes are read, or refused in words", async () => {
  const bytes = fc.oneof(
    words.map(bytesOf),
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(
        fc.constantFrom("%PDF-1.7\n", "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "\ufeff<html>"),
        fc.uint8Array({ maxLength: 200 }),
      )
      .map(([head, rest]) => Uint8Array.from([...Buffer.from(head, "latin1"), ...rest])),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (given) => {
      tried += 2;
      for (const read of [
        await readWorkbook(given),
        await readDocument({ bytes: given, contentType: null, url: null, method: "uploaded" } as never),
      ])
        if (!read.ok) expect(read.error.detail).toMatch(/\S.*[.:]/s);
    }),
    { numRuns: 100 },
  );
});

it("whatever is given to be verified is found wrong in words", async () => {
  const record = fc.record({ record: value, sha256: words, signature: words, keyId: words, log: value });
  const given = fc.oneof(
    words,
    record.map(
      (one) =>
        JSON.stringify(one, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part)) ?? "",
    ),
  );
  await fc.assert(
    fc.asyncProperty(given, async (text) => {
      tried += 1;
      const found = await checkFile(bytesOf(text), { keys: [] }).catch((error: Error) => error.message);
      if (typeof found === "string") expect(found).toMatch(/^[A-Z].*\.$/);
      else expect(found.some(({ outcome }) => outcome === "fail" || outcome === "unable")).toBe(true);
    }),
    { numRuns: 300 },
  );
});

afterAll(() => expect(tried).toBeGreaterThanOrEqual(10_000));
