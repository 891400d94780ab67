import { deflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { drawingProcess, readingProcess } from "../articles/reading-process.server";
import { readDocumentApart } from "../articles/read-document-apart.server";
import { pdfOf, pdfOfObjects, pdfStream } from "../../scripts/test/media-files";
import { readPng } from "../../scripts/test/read-png";
import { drawPageApart } from "./draw-page-apart.server";

afterAll(() => [drawingProcess, readingProcess].forEach((one) => one.stop()));

/** On a busy machine the process alone may take seconds to start. */
const anyTimeMs = 60_000;

type Given = { content?: string; page?: string; catalogue?: string; more?: string[]; trailer?: string };

/** A PDF of one page, 300 by 200 points; what is `more` is numbered from 5. */
const onePage = ({ content = "", page = "", catalogue = "", more = [], trailer = "" }: Given) =>
  pdfOfObjects(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R ${page} >>`,
      pdfStream(content),
      ...more,
    ],
    trailer,
  );

/** What is drawn in a form of the file itself: 60 by 60 points of one colour. */
const patch = (colour: string) =>
  pdfStream(`${colour} rg 0 0 60 60 re f`, "/Type /XObject /Subtype /Form /BBox [0 0 60 60]");

async function drawn(pdf: Uint8Array, page = 1) {
  const result = await drawPageApart(pdf, page, anyTimeMs);
  if (!result.ok) throw new Error(result.error.detail);
  return { ...readPng(result.value.png), pages: result.value.pages };
}

async function refusal(pdf: Uint8Array, page = 1, patienceMs = anyTimeMs) {
  const result = await drawPageApart(pdf, page, patienceMs);
  return result.ok ? null : { code: result.error.code, detail: result.error.detail };
}

const [red, green, blue, white] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
];

describe("a page of a PDF, drawn apart", () => {
  it("is the page that was asked for, on white, in the size it is read at", async () => {
    const pdf = pdfOf(["Selby owns 31 ferries.", "", "York owns none."]);
    const [first, second] = [await drawn(pdf, 1), await drawn(pdf, 2)];
    expect(first).toMatchObject({ width: 1275, height: 1650, channels: 1, pages: 3 });
    const dark = ({ at }: typeof first) => {
      let count = 0;
      for (let x = 0; x < 600; x += 1) for (let y = 150; y < 220; y += 1) if (at(x, y)[0] < 100) count += 1;
      return count;
    };
    expect(dark(first)).toBeGreaterThan(500);
    expect(dark(second)).toBe(0);
  });

  it("shows stamps, what is written into a form, and signatures", async () => {
    const annotations = [
      "<< /Type /Annot /Subtype /Stamp /Rect [120 20 180 80] /F 4 /AP << /N 6 0 R >> >>",
      patch("0 0 1"),
      "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [220 20 280 80] /F 4 /AP << /N 8 0 R >> >>",
      patch("0 1 0"),
    ];
    const picture = await drawn(
      onePage({
        content: "1 0 0 rg 20 20 60 60 re f",
        page: "/Annots [5 0 R 7 0 R]",
        catalogue: "/AcroForm << /Fields [7 0 R] >>",
        more: annotations,
      }),
    );
    expect([50, 150, 250].map((x) => picture.at(Math.round((x * 150) / 72), 300))).toEqual([
      red,
      blue,
      green,
    ]);
    expect(picture.at(5, 5)).toEqual(white);
  });

  it("says whether the fonts of its letters are in the file", async () => {
    const lacks = async (pdf: Uint8Array) => {
      const result = await drawPageApart(pdf, 1, anyTimeMs);
      return result.ok && result.value.lacksFonts;
    };
    expect([await lacks(pdfOf(["Selby owns 31 ferries."])), await lacks(pdfOf([""]))]).toEqual([true, false]);
  });

  it("lies as its file turns it", async () => {
    const { width, height, at } = await drawn(
      onePage({ content: "1 0 0 rg 0 100 150 100 re f", page: "/Rotate 90" }),
    );
    expect([width, height]).toEqual([416, 625]);
    expect([at(400, 20), at(20, 20), at(400, 600)]).toEqual([red, white, white]);
  });

  it("is drawn of a document of ten thousand, as quickly as of one", async () => {
    const pages = Array.from({ length: 10_000 }, (_, index) => `Line ${index}`);
    expect((await drawn(pdfOf(pages), 9_999)).pages).toBe(10_000);
  });
});

describe("a page that cannot be drawn", () => {
  const bytes = (length: number) => `<${"41".repeat(length)}>`;
  const locked = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ${bytes(32)} /U ${bytes(32)} >>`;
  const ofOne = pdfOf(["Selby owns 31 ferries."]);

  it.each([
    [
      "a password",
      onePage({ more: [locked], trailer: `/Encrypt 5 0 R /ID [${bytes(16)} ${bytes(16)}]` }),
      1,
      "encrypted",
      "protected by a password",
    ],
    [
      "no PDF",
      new TextEncoder().encode("%PDF-1.4 and then nothing of the kind"),
      1,
      "damaged",
      "damaged or cut off",
    ],
    [
      "a page that is none",
      pdfOfObjects([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "(words)",
      ]),
      1,
      "damaged-page",
      "This page of the file is damaged",
    ],
    ["no such page", ofOne, 2, "no-such-page", "This document has one page."],
  ])("is refused with the reason: %s", async (_, pdf, page, code, words) => {
    expect(await refusal(pdf, page)).toEqual({ code, detail: expect.stringContaining(words) as string });
  });

  it("may not take more memory than one document is given", async () => {
    const bomb = deflateSync(Buffer.alloc(280_000_000, " "), { level: 1 }).toString("latin1");
    const pdf = pdfOfObjects([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>",
      pdfStream(bomb, "/Filter /FlateDecode"),
    ]);
    expect(await refusal(pdf)).toMatchObject({
      code: "too-complex",
      detail: expect.stringContaining("within the memory"),
    });
  });

  it("ends when it takes too long, and the next one is drawn", async () => {
    // Each form draws the next one twenty times: 20 to the 12th power of them.
    const forms = Array.from({ length: 12 }, (_, index) =>
      pdfStream(
        "/F Do ".repeat(20),
        `/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /XObject << /F ${6 + index} 0 R >> >>`,
      ),
    );
    const endless = onePage({
      content: "/F Do",
      page: "/Resources << /XObject << /F 5 0 R >> >>",
      more: [...forms, patch("1 0 0")],
    });
    expect(await refusal(endless, 1, 500)).toMatchObject({
      code: "too-complex",
      detail: expect.stringContaining("in reasonable time"),
    });
    expect((await drawn(ofOne)).pages).toBe(1);
  });

  it("keeps no document from being read: who draws waits in a line of their own, and is turned away when it is long", async () => {
    const text = new TextEncoder().encode("The ferry sailed from Selby on Monday. ".repeat(600));
    const pages = Array.from({ length: 20 }, () => drawPageApart(ofOne, 1, anyTimeMs));
    const read = await readDocumentApart({ bytes: text, method: "pasted", kind: "text" }, anyTimeMs);
    expect(read.ok).toBe(true);
    const answers = await Promise.all(pages);
    const busy = answers.filter((answer) => !answer.ok && answer.error.code === "busy");
    expect([busy.length, answers.filter(({ ok }) => ok).length]).toEqual([12, 8]);
  });
});
