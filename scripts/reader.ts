import { suggestClaims } from "@/lib/claims/suggest-claims";
import { closelyRead, closelyReadRanges, mainText } from "@/lib/articles/extraction";
import type { Asked, Said } from "@/lib/articles/reading-process.server";
import { readDocument, type Document } from "@/lib/articles/read-document.server";
import { clearArticleCaches } from "@/lib/core/article-caches";
import { parseFigures } from "@/lib/figures/parse-figures";
import { readWorkbook } from "@/lib/imports/read-workbook.server";

/** Resolves once it is on its way: what is too long for the pipe would wait until this process has nothing else to do. */
const say = (said: Said) => new Promise<void>((done) => process.send!(said, undefined, {}, () => done()));

/** Answers with the document; what is found in its words follows, while the other side goes on with the answer. */
async function read(id: number, document: Document): Promise<void> {
  const result = await readDocument(document);
  // The bytes are where they came from already.
  await say({
    id,
    result: result.ok
      ? { ok: true, value: { ...result.value, document: { ...document, bytes: none } } }
      : result,
  });
  if (!result.ok) return;
  const { extraction } = result.value;
  await say({ id, figures: parseFigures(closelyRead(mainText(extraction))) });
  await say({
    id,
    suggestedClaims: suggestClaims(extraction.fullText, closelyReadRanges(extraction.mainRanges)),
  });
  // Nobody tells this process what is expunged later.
  clearArticleCaches();
}

const none = new Uint8Array();

/** The renderer is loaded when the first page is to be drawn: the process that reads never does. */
async function draw(id: number, { bytes, page }: { bytes: Uint8Array; page: number }): Promise<void> {
  const { drawPage } = await import("@/lib/captures/draw-page.server");
  await say({ id, drawn: await drawPage(bytes, page) });
}

/** The other side of `reading-process.server.ts`: does one thing after the other in a process of its own. */
process.on("message", ({ id, ...asked }: { id: number } & Asked) => {
  const work =
    "draw" in asked
      ? draw(id, asked.draw)
      : "workbook" in asked
        ? readWorkbook(asked.workbook).then((sheets) => say({ id, sheets }))
        : read(id, asked.document);
  work.catch((error: unknown) => say({ id, fault: String((error as Error)?.stack ?? error) }));
});
process.once("disconnect", () => process.exit());
void say({ id: 0, isUp: true });
