import "server-only";
import type { Viewer } from "../../access/viewer";
import { mayUseSession } from "../../accounts/step-up.server";
import { lockClaim } from "../../claims/open-claim.server";
import { currentRevision, keepRevision, type CurrentRevision } from "../../claims/revision.server";
import { nextState } from "../../claims/workflow";
import type { Tx } from "../../core/db.server";
import { notFound, refuse, type Issue, type Result } from "../../core/result";
import { issuesOf } from "../../verdicts/gate.server";
import { applyOverrides, type Override } from "../../verdicts/requirements";
import { completeRecord } from "../build-record";
import { publishRecord, runPublishing, type Published } from "../publish-record.server";
import type { SignOffInput } from "../schema";
import { loadSigningKey } from "../signing-key.server";

/**
 * Signs exactly the revision whose hash the editor saw, and publishes it in the same transaction: record, hash,
 * signature, log entry. The claim's row is locked, so of several editors one wins and the others are told who.
 */
export async function signOffVerdict(
  viewer: Viewer,
  claimId: string,
  input: SignOffInput,
  now: Date,
): Promise<Result<Published>> {
  const sure = mayUseSession(viewer, now);
  if (!sure.ok) return sure;
  const key = await loadSigningKey();
  return runPublishing(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    const current = (await currentRevision(tx, claimId, now)) ?? refuse(notFound("claim"));
    if (claim.state === "published" || claim.state === "retracted") await refuseSigned(tx, claimId);
    if (current.revision.hash !== input.revisionHash) refuseStale(current);
    const next = nextState(claim.state, "sign-off");
    if (!next.ok) refuse({ ...next.error, issues: issuesOf(current, viewer.id, now) });
    const passed = passGate(viewer, current, input, now);
    await keepRevision(tx, current);
    const record = completeRecord(current.record, {
      version: (current.record.previous?.version ?? 0) + 1,
      publishedAt: now.toISOString(),
      signer: {
        name: viewer.name,
        selfSigned: passed.selfSigned,
        byToken: viewer.via.kind === "token",
      },
      overrides: passed.used,
    });
    const published = await publishRecord(tx, viewer, {
      claimId,
      record,
      revisionHash: input.revisionHash,
      key,
      selfReason: passed.selfSigned?.reason ?? null,
      overrides: passed.used,
      topics: record.claim.topics,
      from: claim.state,
      to: next.value,
      now,
    });
    await tx.correction.updateMany({ where: { claimId, closedAt: null }, data: { closedAt: now } });
    return published;
  });
}

type Passed = { used: Override[]; selfSigned: { reason: string } | null };

async function refuseSigned(tx: Tx, claimId: string): Promise<never> {
  const latest = await tx.publication.findFirst({
    where: { claimId },
    orderBy: { version: "desc" },
    include: { signOff: true },
  });
  const signer = latest
    ? await tx.user.findUnique({ where: { id: latest.signOff.editorId }, select: { id: true, name: true } })
    : null;
  refuse({
    kind: "conflict",
    code: "already-signed",
    detail: `${signer?.name ?? "Someone"} signed this already: version ${latest?.version ?? "?"} is published.`,
    extra: {
      winner: {
        id: signer?.id ?? null,
        name: signer?.name ?? null,
        version: latest?.version ?? null,
        slug: latest?.slug ?? null,
      },
    },
  });
}

function refuseStale(current: CurrentRevision): never {
  refuse({
    kind: "conflict",
    code: "stale",
    detail: "The claim changed after you read it. Nothing was published. Read what changed, then sign again.",
    extra: { revision: current.revision },
  });
}

/** Why an editor who runs the desk alone signs what they wrote; null when they may not or gave no reason. */
function selfSignOf(
  viewer: Viewer,
  { dossier, settings }: CurrentRevision,
  input: SignOffInput,
): { reason: string } | null {
  if (!settings.gate.onePersonDesk || !dossier.authorIds.includes(viewer.id)) return null;
  const reason = input.selfSignReason ?? input.overrides?.find(({ code }) => code === "four-eyes")?.reason;
  return reason?.trim() ? { reason: reason.trim() } : null;
}

/** The gate with the editor's overrides. Refuses with each open line; says whether the editor signs their own work. */
function passGate(viewer: Viewer, current: CurrentRevision, input: SignOffInput, now: Date): Passed {
  const selfSigned = selfSignOf(viewer, current, input);
  const isOpen = ({ code }: { code: string }) => !(code === "four-eyes" && selfSigned);
  const issues = issuesOf(current, viewer.id, now).filter(isOpen);
  const given = (input.overrides ?? []).filter(isOpen);
  const { open, used, problems } = applyOverrides(issues, given, current.dossier.verdict.rating);
  const all: Issue[] = [...problems, ...open];
  if (all.length === 0) return { used, selfSigned };
  // Whoever wrote part of it can do nothing about the other lines: theirs is told first.
  const [first] = [all.find(({ code }) => code === "four-eyes") ?? all].flat();
  const isOne = all.length === 1 || first!.code === "four-eyes";
  refuse({
    kind: "invalid",
    code: isOne ? first!.code : "gate-not-met",
    detail: isOne ? first!.message : `${all.length} lines are still open before this can be signed.`,
    issues: all,
  });
}
