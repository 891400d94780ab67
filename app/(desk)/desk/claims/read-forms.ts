import { readAsRead } from "@/lib/core/as-read";
import { citedById } from "@/lib/verdicts/cite-numbers";
import { coverReadField, type GivenCover } from "@/lib/verdicts/given-cover";
import {
  dateAsStored,
  emptied,
  filled,
  present,
  typedList,
  typedTime,
  wholeNumber,
} from "@/lib/core/form-fields";

/** Fields of the claim form; an empty one is empty, not unknown, when a claim is edited. */
export function readClaimFields(form: FormData) {
  return present({
    text: form.get("text") ?? undefined,
    verbatim: emptied(form, "verbatim"),
    kind: filled(form, "kind"),
    claimant: emptied(form, "claimant"),
    saidAt: dateAsStored(emptied(form, "saidAt")),
    place: emptied(form, "place"),
    topics: typedList(form, "topics"),
    why: emptied(form, "why"),
    importance: wholeNumber(form, "importance"),
    deadlineAt: form.has("deadlineAt") ? (typedTime(form, "deadlineAt") ?? null) : undefined,
    reach: form.has("reach") ? (wholeNumber(form, "reach") ?? null) : undefined,
  });
}

/** The passage chosen in an article, when the form carries one. */
export function readQuote(form: FormData) {
  return present({
    exact: form.get("exact") ?? undefined,
    prefix: filled(form, "prefix"),
    suffix: filled(form, "suffix"),
    start: wholeNumber(form, "start"),
    end: wholeNumber(form, "end"),
  });
}

/** What evidence does for the claim, and its translation. */
export function readAbout(form: FormData) {
  const [decisive, translation] = [filled(form, "decisiveReason"), filled(form, "translation")];
  return {
    stance: filled(form, "stance"),
    shows: filled(form, "shows"),
    disclosure: filled(form, "disclosure"),
    decisive: decisive ? { reason: decisive } : undefined,
    translation: translation
      ? { text: translation, translator: filled(form, "translator") ?? null }
      : undefined,
  };
}

/** Evidence: words of an article, and what they do for the claim. */
export function readEvidence(form: FormData) {
  return present({ articleId: filled(form, "articleId"), quote: readQuote(form), ...readAbout(form) });
}

/** What was changed about a piece of evidence. */
export function readEvidenceEdit(form: FormData) {
  const decisive = emptied(form, "decisiveReason");
  const translation = emptied(form, "translation");
  return present({
    stance: filled(form, "stance"),
    shows: emptied(form, "shows"),
    disclosure: filled(form, "disclosure"),
    decisive: decisive === undefined ? undefined : decisive === null ? null : { reason: decisive },
    translation:
      translation === undefined
        ? undefined
        : translation === null
          ? null
          : { text: translation, translator: filled(form, "translator") ?? null },
    version: wholeNumber(form, "version"),
  });
}

const points = ["summary.0", "summary.1", "summary.2"];

/** A point is one line, however many it was typed in. */
const pointIn = (form: FormData, name: string) => filled(form, name)?.replace(/\s*\n\s*/g, " ");

/** The draft verdict. */
export function readVerdict(form: FormData) {
  return {
    rating: filled(form, "rating") ?? null,
    finding: String(form.get("finding") ?? ""),
    summary: points.flatMap((name) => pointIn(form, name) ?? []),
    writeUp: citedById(String(form.get("writeUp") ?? ""), (filled(form, "citable") ?? "").split(" ")),
    reconciliation: String(form.get("reconciliation") ?? ""),
    notEstablished: String(form.get("notEstablished") ?? ""),
    notInThisCheck: String(form.get("notInThisCheck") ?? ""),
    ...(form.has("asOf") ? { asOf: filled(form, "asOf") ?? null } : {}),
    version: wholeNumber(form, "version"),
  };
}

/** The point of the form that is one of the verdict's: empty ones are left out there. */
export function verdictFieldAt(path: string, form: FormData): string {
  const at = /^input\.summary\.(\d+)$/.exec(path)?.[1];
  return points.filter((name) => filled(form, name) !== undefined)[Number(at)] ?? path;
}

/** What a sentence of the draft stands on. */
export function readCover(form: FormData) {
  const ids = [...form.getAll("cited"), ...form.getAll("evidenceIds")].flatMap((value) =>
    String(value).split(" ").filter(Boolean),
  );
  const isBackground = form.get("as") === "background";
  const expected = readAsRead(form, coverReadField);
  return {
    field: filled(form, "field"),
    index: wholeNumber(form, "index"),
    text: String(form.get("text") ?? ""),
    evidenceIds: isBackground ? [] : [...new Set(ids)],
    background: isBackground ? String(form.get("reason") ?? "") : null,
    ...(expected === undefined ? {} : { expected }),
  };
}

/** The same as fields of a form. */
export function coverFields({ evidenceIds, background }: GivenCover): Record<string, string> {
  return background === null
    ? { evidenceIds: evidenceIds.join(" ") }
    : { as: "background", reason: background };
}

/** First findings and the time of the next update; without the first there is no second. */
export function readFirstFindings(form: FormData) {
  const provisional = form.has("provisional");
  return {
    provisional,
    nextUpdateAt: provisional ? (typedTime(form, "nextUpdateAt") ?? null) : null,
    version: wholeNumber(form, "version"),
  };
}

/** The codes that were ticked, in the form's order. */
function overridden(form: FormData): string[] {
  return [...form.keys()].flatMap((name) =>
    name.startsWith("override.") ? [name.slice("override.".length)] : [],
  );
}

/** Where the form has the reason of an override, and the reason to sign what one wrote. */
export function signOffFieldAt(path: string, form: FormData): string {
  const at = /^input\.overrides\.(\d+)/.exec(path)?.[1];
  const code = overridden(form)[Number(at)];
  if (code !== undefined) return `reason.${code}`;
  return path === "input.selfSignReason" ? "selfSignedReason" : path;
}

/** Overrides that were ticked, each with its reason, and for when it is signed. */
export function readSignOff(form: FormData) {
  const codes = overridden(form);
  return present({
    revisionHash: filled(form, "revisionHash"),
    overrides: codes.map((code) => ({ code, reason: String(form.get(`reason.${code}`) ?? "") })),
    selfSignReason: filled(form, "selfSignedReason"),
    publishAt: typedTime(form, "publishAt"),
    when: filled(form, "when"),
  });
}
