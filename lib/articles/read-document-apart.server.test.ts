import { afterAll, describe, expect, it, vi } from "vitest";
import { suggestClaims } from "../claims/suggest-claims";
import { parseFigures } from "../figures/parse-figures";
import { closelyRead, mainText } from "./extraction";
import { readDocumentApart } from "./read-document-apart.server";
import { readingProcess } from "./reading-process.server";

afterAll(() => readingProcess.stop());

const page = (body: string) => ({
  bytes: new TextEncoder().encode(`<html><body>${body}</body></html>`),
  method: "pasted" as const,
  kind: "html" as const,
});
/** Enough of it to be read apart. */
const long = (text: string) => text.repeat(Math.ceil(20_000 / text.length));
const sentence = "<p>The ferry sailed from Selby with forty people on Monday.</p>";

describe("reading a document apart", () => {
  it("gives what reading it here would give, its bytes included", async () => {
    const document = page(long(sentence));
    const read = await readDocumentApart(document);
    if (!read.ok) throw new Error(read.error.detail);
    expect(read.value.extraction.fullText).toContain("The ferry sailed from Selby");
    expect(read.value.document).toBe(document);
    expect(read.value.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("reads figures and sentences worth checking in its words meanwhile, as they would be read here", async () => {
    const told = "<p>The ministry said on Monday that Selby paid $42 million for 12 ferries in 2023.</p>";
    const read = await readDocumentApart(page(long(told)));
    if (!read.ok) throw new Error(read.error.detail);
    const { extraction, ahead } = read.value;
    expect(await ahead!.figures).toEqual(parseFigures(closelyRead(mainText(extraction))));
    expect(await ahead!.suggestedClaims).toEqual(suggestClaims(extraction.fullText, extraction.mainRanges));
    expect((await ahead!.figures)!.length).toBeGreaterThan(1);
  });

  it("reads a container apart however small it is, since it may unpack to a thousand times as much", async () => {
    const small = { method: "uploaded" as const, fileName: "bomb.docx" };
    const zip = Buffer.concat([Buffer.from("PK\u0003\u0004 word/document.xml "), Buffer.alloc(200)]);
    const asked = vi.spyOn(readingProcess, "ask");
    expect(await readDocumentApart({ ...small, bytes: zip })).toMatchObject({ ok: false });
    expect(asked).toHaveBeenCalledTimes(1);
    await readDocumentApart({ ...page(sentence) });
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  it("says when it did not come to reading ahead", async () => {
    const read = await readDocumentApart(page(long(sentence)));
    readingProcess.stop();
    if (!read.ok) throw new Error(read.error.detail);
    // Done already, or ended with the process.
    expect([null, expect.any(Array)]).toContainEqual(await read.value.ahead!.suggestedClaims);
  });

  it("passes a refusal on in its words", async () => {
    expect(await readDocumentApart(page(long("<br>")))).toMatchObject({
      ok: false,
      error: { code: "no-text" },
    });
  });

  it("ends a page that takes too long with what to do, keeps this thread free meanwhile, and reads the next one", async () => {
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 5);
    const slow = await readDocumentApart(page(sentence.repeat(40_000)), 400);
    clearInterval(turning);
    expect(slow).toMatchObject({ ok: false, error: { code: "too-complex", kind: "invalid" } });
    expect(turns).toBeGreaterThan(10);
    expect((await readDocumentApart(page(long(sentence)))).ok).toBe(true);
  });

  it("refuses a text without an end of a word, and says what to do about a text", async () => {
    const bytes = new TextEncoder().encode("п".repeat(5_000_000));
    expect(await readDocumentApart({ bytes, method: "pasted", kind: "text" })).toMatchObject({
      ok: false,
      error: { code: "too-complex", detail: expect.stringContaining("Paste the part that matters.") },
    });
  });

  it("turns away more than it can line up, instead of keeping them all waiting", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => readDocumentApart(page(long(sentence)))),
    );
    const busy = answers.filter((answer) => !answer.ok && answer.error.code === "busy");
    expect(busy).toHaveLength(4);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(16);
  });
});
