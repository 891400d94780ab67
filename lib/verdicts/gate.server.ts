import "server-only";
import type { Viewer } from "../access/viewer";
import type { CurrentRevision } from "../claims/revision.server";
import type { Issue } from "../core/result";
import { correctionClassProblem } from "../publications/changes";
import { draftHash } from "../legal-reads/draft-hash";
import { isBlind } from "../reviews/blindness";
import type { GateSettings } from "../settings/gate-settings";
import { settingTopicsNow } from "../settings/topic-settings";
import { gateIssues } from "./requirements";

/** Lines of the gate that would tell a blind reviewer something of the draft or of others' marks. */
const telling = new Set([
  "rating-missing",
  "finding-missing",
  "review-missing",
  "rating-against-marks",
  "review-outdated",
  "origins-too-few",
  "other-side-not-searched",
  "sentence-uncovered",
  "placeholder-left",
  "part-rated-lower",
  "class-too-light",
  "provisional-rating",
  "legal-read-missing",
]);

/** What stands between this revision and its publication, for an editor about to sign (`signerId`) or anyone looking. */
export function issuesOf(current: CurrentRevision, signerId: string | null, now: Date): Issue[] {
  const { dossier, settings, record } = current;
  return gateIssues(dossier, {
    ratings: settings.ratings,
    settings: gateSettingsNow(settings),
    signerId,
    basisHash: current.basisHash,
    ...(dossier.legalReads?.length ? { draftHash: draftHash(record) } : {}),
    now: now.toISOString(),
    classProblem: classProblemOf(current),
  });
}

/** What the newsroom asks for, with topics as they are called now. */
export function gateSettingsNow({ gate, topics }: CurrentRevision["settings"]): GateSettings {
  return { ...gate, legalReadTopics: settingTopicsNow(gate.legalReadTopics, topics) };
}

function classProblemOf({ dossier, corrected, record }: CurrentRevision): string | null {
  if (!dossier.correction || !corrected) return null;
  return correctionClassProblem(dossier.correction.class, corrected, record)?.message ?? null;
}

/** The lines that a blind reviewer may see. */
export function withoutTelling(issues: readonly Issue[]): Issue[] {
  return issues.filter(({ code }) => !telling.has(code));
}

/** The same list without the lines that are blind for the viewer; `hidden` says that there may be more. */
export function issuesFor(
  viewer: Viewer,
  current: CurrentRevision,
  now: Date,
): { issues: Issue[]; hidden: boolean } {
  const issues = issuesOf(current, viewer.role === "editor" ? viewer.id : null, now);
  if (!isBlind(viewer, current.dossier)) return { issues, hidden: false };
  return { issues: withoutTelling(issues), hidden: true };
}
