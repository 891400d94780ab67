import "server-only";
import type { Viewer } from "../access/viewer";
import type { Dossier } from "../claims/dossier";
import { noteAuthor, openForWriting } from "../claims/open-claim.server";
import { loadDossier } from "../claims/load-dossier.server";
import { nextState } from "../claims/workflow";
import { bothSides } from "../core/both-sides";
import { changedFields } from "../core/changed-fields";
import { db, type Tx } from "../core/db.server";
import { fail, notFound, ok, refuse, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { isBlind } from "../reviews/blindness";
import { unknownRating } from "../reviews/commands";
import { isOffScale } from "../settings/ratings";
import { loadSettings } from "../settings/settings.server";
import { sentenceAt, withCover, type SentencePlace } from "./cover-sentence";
import { draftSentences } from "./draft-sentences";
import { coverGiven, sameCover, type GivenCover } from "./given-cover";
import { refuseOverReady } from "./refuse-over-ready.server";
import type { CoverSentenceInput, WriteVerdictInput } from "./schema";
import type { SentenceNote } from "./sentence-note";
import { unknownCitations, writeUpSentences } from "./write-up";

const fields = [
  "rating",
  "finding",
  "summary",
  "writeUp",
  "reconciliation",
  "notEstablished",
  "notInThisCheck",
  "asOf",
] as const;

/**
 * Writes the draft verdict. Fields left out, or as they are, stay; nothing new changes nothing. 409 `stale` gives both versions
 * of each field that differs. What saves itself (`isAutosave`) is refused on a claim that is `ready`, or `scheduled`, by now.
 */
export async function writeVerdict(
  viewer: Viewer,
  claimId: string,
  input: WriteVerdictInput & { sentenceNotes?: SentenceNote[] },
  now: Date,
  { isAutosave = false }: { isAutosave?: boolean } = {},
): Promise<Result<{ claimId: string; version: number }>> {
  return runCommand(async (tx) => {
    if (isAutosave) await refuseOverReady(tx, claimId);
    const before = (await loadDossier(tx, claimId))?.dossier ?? refuse(notFound("claim"));
    refuseIfBlind(viewer, before);
    if (before.verdict.version !== input.version) refuseStale(input, before.verdict);
    const { version, ...given } = input;
    const changes: Record<string, unknown> = changedFields(given, {
      ...before.verdict,
      sentenceNotes: before.sentenceNotes,
    });
    if (Object.keys(changes).length === 0) return unchanged(before, version);
    await openForWriting(tx, viewer, claimId, now);
    await checkWords(tx, changes, before);
    const written =
      before.verdict.version === 0
        ? await tx.verdict.createMany({
            data: { claimId, version: 1, ...changes, updatedById: viewer.id, updatedAt: now } as never,
            skipDuplicates: true,
          })
        : await tx.verdict.updateMany({
            where: { claimId, version },
            data: { ...changes, version: { increment: 1 }, updatedById: viewer.id, updatedAt: now } as never,
          });
    if (written.count === 0) refuseStale(input, (await loadDossier(tx, claimId))!.dossier.verdict);
    for (const field of Object.keys(changes))
      await noteAuthor(tx, viewer, claimId, `verdict.${field}`, `${claimId}:${field}`, now);
    await recordEvent(tx, viewer, now, {
      event: "verdict.written",
      subject: { kind: "verdict", id: claimId },
      claimId,
      body: { version: version + 1, ...changes },
    });
    return { claimId, version: version + 1 };
  });
}

/**
 * Says what one sentence of the draft stands on: evidence, or that it is background and why; with neither it is open
 * again. Answers what a person gave it before, and now. 409 `sentence-changed`, with both sides, when the draft no longer has
 * these words, or the sentence was given something else than the input `expected`.
 */
export async function coverSentence(
  viewer: Viewer,
  claimId: string,
  { field, index, text, evidenceIds, background, expected }: CoverSentenceInput,
  now: Date,
): Promise<Result<{ claimId: string; version: number; was: GivenCover; is: GivenCover }>> {
  const draft = (await loadDossier(db(), claimId))?.dossier;
  if (!draft) return fail(notFound("claim"));
  if (draft.verdict.version > 0 && isBlind(viewer, draft)) return fail(blind);
  const sentence = sentenceAt(draft, { field, index, text });
  if (!sentence) return fail(sentenceChanged(draft, { field, index, text }));
  const strange = evidenceIds.filter((id) => !draft.evidence.some((item) => item.id === id));
  if (strange.length > 0) return fail(unknownEvidence("evidenceIds", strange));
  const [was, is] = [coverGiven(sentence), { evidenceIds, background }];
  if (expected && !sameCover(expected, was) && !sameCover(is, was)) return fail(coverChanged(is, was));
  const covered = withCover(draft, sentence, is);
  const written = await writeVerdict(viewer, claimId, { ...covered, version: draft.verdict.version }, now);
  if (written.ok) return ok({ ...written.value, was, is });
  // Somebody wrote between reading and writing: the marks would have to be set in other words.
  if (written.error.code !== "stale") return written;
  const theirs = (await loadDossier(db(), claimId))?.dossier ?? draft;
  return fail(sentenceChanged(theirs, { field, index, text }));
}

/** Saving what is there already writes nothing, where writing is possible at all. */
function unchanged({ claim }: Dossier, version: number): { claimId: string; version: number } {
  const next = nextState(claim.state, "edit");
  if (!next.ok) refuse(next.error);
  return { claimId: claim.id, version };
}

function refuseIfBlind(viewer: Viewer, dossier: Dossier): void {
  if (dossier.verdict.version > 0 && isBlind(viewer, dossier)) {
    refuse(blind);
  }
}

const blind: Failure = {
  kind: "forbidden",
  code: "blind",
  detail:
    "Give your own mark first. Until then the draft is hidden from you, and you would overwrite words you cannot see.",
};

/** The words that were to be marked, and those that stand in their place by now. */
function sentenceChanged(draft: Dossier, { field, index, text }: SentencePlace): Failure {
  const there = draftSentences(draft).find((one) => one.field === field && one.index === index)?.text ?? "";
  return {
    kind: "conflict",
    code: "sentence-changed",
    detail: "The draft changed after you read this sentence. Nothing was marked: read it again.",
    extra: { current: { text: there }, conflict: bothSides({ text }, { text: there }) },
  };
}

function coverChanged(mine: GivenCover, theirs: GivenCover): Failure {
  const { evidenceIds, background } = theirs;
  const news =
    background !== null
      ? "Somebody marked this sentence as background meanwhile."
      : evidenceIds.length > 0
        ? "Somebody cited evidence for this sentence meanwhile."
        : "Somebody took away meanwhile what this sentence stood on.";
  const detail = `${news} That stays, and nothing was marked: look at it, then mark the sentence again.`;
  const extra = { current: theirs, conflict: bothSides(mine, theirs) };
  return { kind: "conflict", code: "sentence-changed", detail, extra };
}

function unknownEvidence(field: string, ids: readonly string[]): Failure {
  const message = `The write-up cites evidence that is not on this claim: ${ids.join(", ")}.`;
  return {
    kind: "invalid",
    code: "unknown-evidence",
    detail: message,
    issues: [{ code: "unknown-evidence", field, message }],
  };
}

function refuseStale(input: WriteVerdictInput, theirs: Dossier["verdict"]): never {
  const show = (value: unknown) => (Array.isArray(value) ? value.join("\n") : String(value ?? ""));
  const conflict = fields
    .filter((field) => input[field] !== undefined && show(input[field]) !== show(theirs[field]))
    .map((field) => ({ field, mine: show(input[field]), theirs: show(theirs[field]) }));
  refuse({
    kind: "conflict",
    code: "stale",
    detail:
      "Someone changed this verdict after you read it. Both versions are below; choose, then save again.",
    extra: { version: theirs.version, conflict },
  });
}

async function checkWords(tx: Tx, changes: Record<string, unknown>, dossier: Dossier): Promise<void> {
  const { ratings } = await loadSettings(tx);
  const rating = changes.rating as string | null | undefined;
  if (isOffScale(rating, ratings)) refuse(unknownRating(ratings));
  const stray =
    typeof changes.writeUp === "string"
      ? unknownCitations(writeUpSentences(changes.writeUp), new Set(dossier.evidence.map(({ id }) => id)))
      : [];
  if (stray.length > 0)
    refuse(
      unknownEvidence(
        "writeUp",
        stray.map(({ id }) => id),
      ),
    );
}
