import { cellName, readCellName } from "@/lib/captures/cells";
import { filled, present, wholeNumber } from "@/lib/core/form-fields";
import { regionFragment } from "@/lib/quotes/region";
import { readAbout } from "./read-forms";

/** The frame that was drawn or typed; all of the picture when none was. */
function readBox(form: FormData) {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => wholeNumber(form, name));
  if (!width || !height) return { x: 0, y: 0, width: 100, height: 100 };
  return { x: x ?? 0, y: y ?? 0, width, height };
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
  if (exact) return present({ exact, page });
  const hasBox = Boolean(filled(form, "width") && filled(form, "height"));
  return present({
    region: regionFragment({ page: page ?? null, ...(hasBox ? { box: readBox(form) } : {}) }),
    description: filled(form, "description") ?? "",
    words: filled(form, "words"),
  });
}

/** Where a form has what stands at a path of the evidence: a place is put together from fields of its own. */
export function mediaFieldAt(path: string, form: FormData): string {
  if (path !== "input.quote.region") return path;
  return ["cell", "page", "width"].find((name) => form.has(name)) ?? path;
}

/** A place in a picture, table or document, or the words on a page; `mediaKind` says which fields count. */
export function readMediaEvidence(form: FormData) {
  const kind = filled(form, "mediaKind");
  const quote =
    kind === "cell"
      ? readCell(form)
      : kind === "page"
        ? readPage(form)
        : {
            region: regionFragment({ box: readBox(form) }),
            description: filled(form, "description") ?? "",
            words: filled(form, "words"),
          };
  return present({ articleId: filled(form, "articleId"), quote: present(quote), ...readAbout(form) });
}

/** A stretch of a recording. */
export function readRecording(form: FormData) {
  const names = ["url", "title", "outlet", "publishedAt", "language", "from", "to", "words"] as const;
  const given = Object.fromEntries(names.map((name) => [name, filled(form, name)]));
  return present({ ...given, description: filled(form, "description") ?? "", ...readAbout(form) });
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
    conversation: { who, heldAt, how, notesBy },
    ...readAbout(form),
  });
}
