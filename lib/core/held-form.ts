import type { Failure } from "./result";
import { isSecretField } from "./secret-field";

/** What a form says of whoever wrote it when their session had ended: an account's id, or empty when nobody knows. */
export const heldForField = "$held_for";

/** What scripts add to every form: whose desk the page was when it was opened, an account's id. */
export const pageOfField = "$page_of";

/** The header in which scripts say the same beside a call of the API. */
export const pageOfHeader = "countersign-page-of";

/** One field of a form as it was sent. */
export type HeldField = { name: string; value: string };

/** A form that was sent after its session had ended, ready to be shown and sent again. */
export type HeldForm = {
  /** Everything that is sent again as it is, the framework's own fields included. */
  fields: HeldField[];
  /** What a person wrote, as opposed to ids and choices: shown, so that nobody sends what they have not read. */
  words: HeldField[];
  /** Fields that are asked for once more: secrets are not written into a page. */
  secrets: string[];
  /** Files cannot be put back by a page: their fields and names. */
  files: HeldField[];
};

/** Sorts what a form carried, in its order. Never throws; secrets and the contents of files are left out. */
export function holdForm(form: Iterable<[string, string | { name: string; size: number }]>): HeldForm {
  const held: HeldForm = { fields: [], words: [], secrets: [], files: [] };
  for (const [name, value] of form) {
    if (name === heldForField) continue;
    if (typeof value !== "string") {
      if (value.size > 0) held.files.push({ name, value: value.name });
    } else if (isSecretField(name)) {
      if (!held.secrets.includes(name)) held.secrets.push(name);
    } else {
      held.fields.push({ name, value });
      if (!name.startsWith("$") && /\S\s+\S/.test(value)) held.words.push({ name, value });
    }
  }
  return held;
}

/** Whether whoever sends a held form is somebody else than whoever wrote it, as far as anybody knows. */
export function isHeldForAnother(form: { get(name: string): unknown }, accountId: string): boolean {
  const writtenBy = form.get(heldForField);
  return typeof writtenBy === "string" && writtenBy !== accountId;
}

/** Whether a form was sent from a page that another account opened: whoever signed in since wrote none of it. */
export function isPageOfAnother(form: { get(name: string): unknown }, accountId: string): boolean {
  const openedBy = form.get(pageOfField);
  return typeof openedBy === "string" && openedBy !== accountId;
}

/** Why nothing is done that a page asks for which another account opened; `name` is of whoever is signed in now. */
export function pageOfAnother(name: string): Failure {
  const detail = `This page was opened by another account, and you are signed in as ${name} now. Nothing was saved. Copy what was written, then load the page again.`;
  return { kind: "conflict", code: "page-of-another", detail };
}
