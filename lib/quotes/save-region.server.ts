import "server-only";
import { captureSheets } from "../captures/capture-sheets.server";
import { cellAt, readCellName, sheetNamed, type NamedSheet, type SheetCell } from "../captures/cells";
import type { Prisma, Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Failure } from "../core/result";
import { parseFigures } from "../figures/parse-figures";
import { saveFigures } from "../figures/save-figures.server";
import { foldedWords } from "./fold";
import { readRegion } from "./region";

type Cell = { table: string; row?: string | undefined; column?: string | undefined };

/** A place in a capture with its description, as a person gives it. */
export type GivenRegion = {
  region: string;
  description: string;
  words?: string | null | undefined;
  cell?: Cell | null | undefined;
};

/**
 * Keeps a place of an article's current capture with its description, its words and their figures; the same again by
 * the same person is kept once. A value is compared with the sheet or page it is from, where that can be read.
 * Returns the quote's id.
 */
export async function saveRegion(
  tx: Tx,
  input: { articleId: string; createdById: string; region: GivenRegion },
): Promise<string> {
  const { articleId, createdById } = input;
  const capture = await currentCapture(tx, articleId);
  const { region, description } = input.region;
  const { words, cell } = await compared(tx, capture, input.region);
  const kept = await tx.quote.findFirst({
    where: { captureId: capture.id, region, description, words, createdById },
    select: { id: true },
  });
  if (kept) return kept.id;
  const id = newId();
  await tx.quote.create({
    data: {
      id,
      articleId,
      captureId: capture.id,
      region,
      description,
      words,
      ...(cell ? { cell: cell as Prisma.InputJsonValue } : {}),
      createdById,
    },
  });
  await saveFigures(tx, parseFigures(words ?? ""), { quoteId: id });
  return id;
}

type Capture = {
  id: string;
  fullText: string | null;
  pages: Prisma.JsonValue;
};

async function currentCapture(tx: Tx, articleId: string): Promise<Capture> {
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { currentCaptureId: true },
  });
  if (!article) refuse(notFound("article"));
  if (!article.currentCaptureId)
    refuse({
      kind: "invalid",
      code: "not-captured",
      detail: "This article has no copy yet, so there is no place in it to point at. Capture it first.",
    });
  return tx.capture.findUniqueOrThrow({
    where: { id: article.currentCaptureId },
    select: { id: true, fullText: true, pages: true },
  });
}

/** Words and headers as they are kept; refused when the copy says otherwise. */
async function compared(
  tx: Tx,
  capture: Capture,
  given: GivenRegion,
): Promise<{ words: string | null; cell: Required<Cell> | null }> {
  const words = given.words?.trim() ? given.words : null;
  const place = readRegion(given.region);
  const pages = (capture.pages as number[]).length;
  if (pages > 0 && (place?.page ?? 0) > pages)
    refuse(wrong("no-such-page", "quote.region", `This document has ${pages} pages.`));
  if (pages > 0 && place?.box && place.page === null)
    refuse(wrong("page-missing", "quote.region", "Say on which page of the document this is."));
  if (!given.cell) return { words, cell: null };
  const { table, row = "", column = "" } = given.cell;
  const file = place?.cell ? await fileOf(tx, capture.id) : null;
  const sheets = file && (await captureSheets(file));
  if (!file || !sheets) {
    if (capture.fullText && !foldedWords(capture.fullText).includes(foldedWords(words ?? "")))
      refuse(
        wrong(
          "value-not-found",
          "quote.words",
          `“${words}” is not in the copy of this page. Copy the value exactly.`,
        ),
      );
    return { words, cell: { table, row, column } };
  }
  const found = cellIn(sheets, place!.cell!);
  // A share may also be given as the number that the file has, which is what the copy's text says.
  const kept = async () => cellIn((await captureSheets(file, "kept")) ?? sheets, place!.cell!);
  if (!says(found, words) && !says(await kept(), words))
    refuse(
      wrong("value-differs", "quote.words", `Cell ${place!.cell} says “${found.value}”, not “${words}”.`),
    );
  return { words, cell: { table, row: row || found.row, column: column || found.column } };
}

function says(cell: SheetCell, words: string | null): boolean {
  return foldedWords(cell.value) === foldedWords(words ?? "");
}

/** The cell of that name in the sheet that it names. */
function cellIn(sheets: readonly NamedSheet[], name: string): SheetCell {
  const { sheet: wanted, ref } = readCellName(name);
  const sheet = sheetNamed(sheets, wanted);
  if (!sheet) {
    const names = sheets.flatMap((one) => one.name || []).join(", ");
    const has = names ? ` It has: ${names}.` : " It is one sheet without a name: write B7.";
    return refuse(
      wrong("no-such-sheet", "quote.region", `There is no sheet “${wanted}” in this file.${has}`),
    );
  }
  const where = sheet.name ? `the sheet “${sheet.name}”` : "this sheet";
  return (
    cellAt(sheet.rows, ref) ??
    refuse(wrong("no-such-cell", "quote.region", `There is no cell ${ref} in ${where}.`))
  );
}

/** Bytes are read only for this: a capture may have ten million. */
function fileOf(tx: Tx, captureId: string) {
  const select = { contentType: true, bytes: true };
  return tx.capture.findUniqueOrThrow({ where: { id: captureId }, select });
}

function wrong(code: string, field: string, detail: string): Failure {
  return { kind: "invalid", code, detail, issues: [{ code, field, message: detail }] };
}
