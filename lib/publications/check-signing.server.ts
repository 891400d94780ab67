import "server-only";
import type { Actor, Viewer } from "../access/viewer";
import { lockClaim, type LockedClaim } from "../claims/open-claim.server";
import { currentRevision, type CurrentRevision } from "../claims/revision.server";
import type { ClaimState } from "../claims/vocabulary";
import { nextState } from "../claims/workflow";
import type { Tx } from "../core/db.server";
import { fail, notFound, ok, refuse, type Issue, type Result } from "../core/result";
import { sayInZone } from "../core/zoned-time";
import { issuesOf } from "../verdicts/gate.server";
import { applyOverrides, type Override } from "../verdicts/requirements";
import type { SignOffInput } from "./schema";

/** Whoever signs, and whether by a token. */
export type Signer = Actor & { byToken: boolean };

/** The person behind a call as one who signs. */
export function signerOf({ id, name, role, via }: Viewer): Signer {
  return { id, name, role, byToken: via.kind === "token" };
}

export type Passed = { used: Override[]; selfSigned: { reason: string } | null };
type Checked = { claim: LockedClaim; current: CurrentRevision; to: ClaimState; passed: Passed };
type Reasons = Pick<SignOffInput, "overrides" | "selfSignReason">;

/**
 * Locks the claim and refuses unless this person may sign exactly this revision of it now: nobody signed it already, for
 * now or for later, the hash is the one they saw, and each line of the gate holds or is overridden.
 */
export async function checkSigning(
  tx: Tx,
  signer: Signer,
  claimId: string,
  input: SignOffInput,
  now: Date,
): Promise<Checked> {
  const claim = await lockClaim(tx, claimId);
  const current = (await currentRevision(tx, claimId, now)) ?? refuse(notFound("claim"));
  if (claim.state === "published" || claim.state === "retracted") await refuseSigned(tx, claimId);
  await refuseWaiting(tx, claimId, current.settings.site.timeZone);
  if (current.revision.hash !== input.revisionHash) refuseStale(current);
  const next = nextState(claim.state, "sign-off");
  if (!next.ok) refuse({ ...next.error, issues: issuesOf(current, signer.id, now) });
  const passed = passGate(signer, current, input, now);
  return { claim, current, to: next.value, passed: passed.ok ? passed.value : refuse(passed.error) };
}

async function refuseSigned(tx: Tx, claimId: string): Promise<never> {
  const latest = await tx.publication.findFirst({
    where: { claimId },
    orderBy: { version: "desc" },
    include: { signOff: true },
  });
  const signer = latest && (await personOf(tx, latest.signOff.editorId));
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

async function refuseWaiting(tx: Tx, claimId: string, timeZone: string): Promise<void> {
  const waiting = await tx.schedule.findFirst({ where: { claimId, state: "waiting" } });
  if (!waiting) return;
  const signer = await personOf(tx, waiting.editorId);
  const name = signer?.name ?? "Someone";
  refuse({
    kind: "conflict",
    code: "already-signed",
    detail: `${name} signed this already; it will be published on ${sayInZone(timeZone, waiting.publishAt)}. Cancel that first to sign it yourself.`,
    extra: {
      winner: {
        id: waiting.editorId,
        name,
        version: null,
        slug: null,
        publishAt: waiting.publishAt.toISOString(),
      },
    },
  });
}

function personOf(tx: Tx, id: string) {
  return tx.user.findUnique({ where: { id }, select: { id: true, name: true } });
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
  signer: Signer,
  { dossier, settings }: CurrentRevision,
  input: Reasons,
): { reason: string } | null {
  if (!settings.gate.onePersonDesk || !dossier.authorIds.includes(signer.id)) return null;
  const reason = input.selfSignReason ?? input.overrides?.find(({ code }) => code === "four-eyes")?.reason;
  return reason?.trim() ? { reason: reason.trim() } : null;
}

/** The gate with the editor's overrides: refuses with each open line, and says whether they sign their own work. */
export function passGate(
  signer: Signer,
  current: CurrentRevision,
  input: Reasons,
  now: Date,
): Result<Passed> {
  const selfSigned = selfSignOf(signer, current, input);
  const isOpen = ({ code }: { code: string }) => !(code === "four-eyes" && selfSigned);
  const issues = issuesOf(current, signer.id, now).filter(isOpen);
  const given = (input.overrides ?? []).filter(isOpen);
  const { open, used, problems } = applyOverrides(
    issues,
    given,
    current.dossier.verdict.rating,
    current.settings.ratings,
  );
  const all: Issue[] = [...problems, ...open];
  if (all.length === 0) return ok({ used, selfSigned });
  // Whoever wrote part of it can do nothing about the other lines: theirs is told first.
  const [first] = [all.find(({ code }) => code === "four-eyes") ?? all].flat();
  const isOne = all.length === 1 || first!.code === "four-eyes";
  return fail({
    kind: "invalid",
    code: isOne ? first!.code : "gate-not-met",
    detail: isOne ? first!.message : `${all.length} lines are still open before this can be signed.`,
    issues: all,
  });
}
