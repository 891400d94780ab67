import "server-only";
import type { Viewer } from "../access/viewer";
import { Prisma, rowsOf, type Tx } from "../core/db.server";
import { fail, ok, refuse, type Result } from "../core/result";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";
import { removeEvidence } from "./commands";

type BuiltOn = Record<"isCited" | "isReliedOn" | "isVouchedFor" | "isCompared", boolean>;

/** What others made of it since; a citation counts whoever wrote it, because the draft belongs to all. */
async function builtOn(tx: Tx, { id: viewerId }: Viewer, evidenceId: string): Promise<BuiltOn | undefined> {
  const [row] = await rowsOf<BuiltOn>(
    tx,
    Prisma.sql`
    SELECT
      EXISTS (SELECT 1 FROM verdict v WHERE v."claimId" = e."claimId"
        AND position(e.id IN v."writeUp" || ' ' || v.reconciliation || ' ' || v."sentenceNotes"::text) > 0) AS "isCited",
      EXISTS (SELECT 1 FROM (SELECT DISTINCT ON (r."reviewerId") r."evidenceIds" FROM review r
          WHERE r."claimId" = e."claimId" AND r."reviewerId" <> ${viewerId} ORDER BY r."reviewerId", r."givenAt" DESC) latest
        WHERE e.id = ANY (latest."evidenceIds")) AS "isReliedOn",
      coalesce(q."confirmedById" <> ${viewerId}, false) OR coalesce(q."cutTickedById" <> ${viewerId}, false) AS "isVouchedFor",
      EXISTS (SELECT 1 FROM disagreement d WHERE e.id IN (d."aId", d."bId")
        AND (d."markedById" <> ${viewerId} OR d."settledById" <> ${viewerId}))
      OR EXISTS (SELECT 1 FROM comparison m JOIN figure f ON f.id IN (m."aId", m."bId")
        WHERE m."claimId" = e."claimId" AND f."quoteId" = e."quoteId" AND m."decidedById" <> ${viewerId}) AS "isCompared"
    FROM evidence e JOIN quote q ON q.id = e."quoteId" WHERE e.id = ${evidenceId}`,
  );
  return row;
}

const listed = new Intl.ListFormat("en");

/** How it is built on, in words; empty when it is not. */
function builtOnWords(found: BuiltOn | undefined): string {
  return listed.format([
    ...(found?.isCited ? ["the draft cites it"] : []),
    ...(found?.isReliedOn ? ["a review relies on it"] : []),
    ...(found?.isVouchedFor ? ["a second person has confirmed its words"] : []),
    ...(found?.isCompared ? ["somebody compared it with another"] : []),
  ]);
}

/**
 * Takes evidence that this person logged off its claim again; a copy that was kept for it stays. 409 `stale` when somebody
 * changed it since, `built-on` when others rely on it by now: by hand it can still be taken off, knowingly.
 */
export async function takeBackEvidence(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ evidenceId: string }>> {
  const evidenceId = entry.subjectId;
  const mayGo = async (tx: Tx) => {
    const words = builtOnWords(await builtOn(tx, viewer, evidenceId));
    if (!words) return;
    const detail = `It stays, because by now ${words}. Take it off the claim by hand if it has to go.`;
    refuse({ kind: "conflict", code: "built-on", detail });
  };
  const done = await removeEvidence(viewer, evidenceId, now, { version: 0, mayGo });
  if (done.ok) return done;
  // Taken off already is what was wanted.
  if (done.error.kind === "not_found") return ok({ evidenceId });
  return done.error.code === "stale" ? fail(changedSince) : done;
}
