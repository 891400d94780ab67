import { cellName, readCellName } from "@/lib/captures/cells";
import { dateAsStored, filled, present, wholeNumber } from "@/lib/core/form-fields";
import { refuse } from "@/lib/core/result";
import { regionFragment } from "@/lib/quotes/region";
import { readAbout } from "./read-forms";

const wholePicture = { x: 0, y: 0, width: 100, height: 100 };

/** The frame that was drawn or typed, null when none was. Refuses one without a size, and one that reaches outside. */
function readBox(form: FormData) {
  const typed = ["x", "y", "width", "height"].map((name) => wholeNumber(form, name));
  if (typed.every((value) => value === undefined)) return null;
  const [x, y, width, height] = typed.map((value) => value ?? 0) as [number, number, number, number];
  const hasSize = (size: number) => size > 0;
  if (!hasSize(width) || !hasSize(height))
    refuseField(
      hasSize(width) ? "height" : "width",
      "A frame has a width and a height: give both, or empty all four fields for all of it.",
    );
  const reaches = (from: number, size: number) => from < 0 || Math.round((from + size) * 10) > 1_000;
  if (reaches(x, width))
    refuseField("width", "The frame reaches outside: from the left and width are 100 % together at most.");
  if (reaches(y, height))
    refuseField("height", "The frame reaches outside: from the top and height are 100 % together at most.");
  return { x, y, width, height };
}

function refuseField(field: string, message: string): never {
  const issues = [{ code: "not-valid", field, message }];
  refuse({ kind: "invalid", code: "not-valid", detail: message, issues });
}

function readCell(form: FormData) {
  const [cell, row, column] = ["cell", "row", "column"].map((name) => filled(form, name)?.trim());
  const region = cell ? { cell: cellName(readCellName(cell)) } : { row: row ?? "", column: column ?? "" };
  return {
    // A table of one row and column is pointed at as a whole.
    region: regionFragment(region) || "row=1",
    description: filled(form, "description") ?? "",
    words: filled(form, "words"),
    cell: present({ table: filled(form, "table") ?? "", row, column }),
  };
}

function readPage(form: FormData) {
  const [page, exact] = [wholeNumber(form, "page"), filled(form, "exact")];
  const box = readBox(form);
  if (exact) {
    if (filled(form, "description") || box)
      refuseField(
        "exact",
        "This is a quote and a place at once. Add one of them, then the other: empty this, or what is seen and the frame.",
      );
    return present({ exact, page });
  }
  return present({
    region: regionFragment({ page: page ?? null, box }),
    description: filled(form, "description") ?? "",
    words: filled(form, "words"),
  });
}

/** Where a form has what stands at a path of the evidence: a place is put together from fields of its own. */
export function mediaFieldAt(path: string, form: FormData): string {
  if (path !== "input.quote.region") return path;
  return ["cell", "page", "width"].find((name) => form.has(name)) ?? path;
}

/**
 * A place in a picture, table or document, or the words on a page; `mediaKind` says which fields count. Refuses a frame that
 * is none, and of a page a quote and a place at once, of which one would be lost.
 */
export function readMediaEvidence(form: FormData) {
  const kind = filled(form, "mediaKind");
  const quote =
    kind === "cell"
      ? readCell(form)
      : kind === "page"
        ? readPage(form)
        : {
            region: regionFragment({ box: readBox(form) ?? wholePicture }),
            description: filled(form, "description") ?? "",
            words: filled(form, "words"),
          };
  return present({ articleId: filled(form, "articleId"), quote: present(quote), ...readAbout(form) });
}

/** A stretch of a recording. */
export function readRecording(form: FormData) {
  const names = ["url", "title", "outlet", "publishedAt", "language", "from", "to", "words"] as const;
  const given = Object.fromEntries(names.map((name) => [name, filled(form, name)]));
  const publishedAt = dateAsStored(given.publishedAt);
  const description = filled(form, "description") ?? "";
  return present({ ...given, publishedAt, description, ...readAbout(form) });
}

/** A stretch of a recording that was uploaded. */
export function readStretch(form: FormData) {
  const names = ["articleId", "from", "to", "words"] as const;
  const given = Object.fromEntries(names.map((name) => [name, filled(form, name)]));
  return present({ ...given, description: filled(form, "description") ?? "", ...readAbout(form) });
}

/** A note of a call or meeting. */
export function readConversation(form: FormData) {
  const [who, heldAt, how, notesBy] = ["who", "heldAt", "how", "notesBy"].map(
    (name) => filled(form, name) ?? "",
  );
  return present({
    said: filled(form, "said") ?? "",
    language: filled(form, "language"),
    conversation: { who, heldAt: dateAsStored(heldAt), how, notesBy },
    ...readAbout(form),
  });
}
