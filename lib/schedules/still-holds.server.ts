import "server-only";
import type { Schedule } from "../../prisma/generated/client";
import { currentRevision } from "../claims/revision.server";
import { nextState } from "../claims/workflow";
import type { Tx } from "../core/db.server";
import { fail, ok, type Result } from "../core/result";
import { passGate, type Passed, type Signer } from "../publications/check-signing.server";
import type { RevisionRecord } from "../publications/record";
import type { Override } from "../verdicts/requirements";
import type { EndCode } from "./ends";
import { isAsSigned } from "./same-revision";
import { whoChangedSettings } from "./who-changed.server";

/** All that publishing it takes. */
export type Ready = { signer: Signer; record: RevisionRecord; passed: Passed; from: string; to: string };

/** What stands against publishing it, as `extra` of the refusal. */
export type Obstacle = { code: EndCode; detail: string };

/** Whether this may be published as it was signed: signer, words and gate, each as of now. Refuses with an `Obstacle`. */
export async function stillHolds(tx: Tx, schedule: Schedule, now: Date): Promise<Result<Ready>> {
  const signer = await signerStill(tx, schedule);
  if (!signer) return obstacle("signer", "The account or the token that signed it may not sign any more.");
  if (signer.name !== schedule.signerName)
    return obstacle("renamed", "Whoever signed it has another name by now than it was signed with.");
  const current = await currentRevision(tx, schedule.claimId, now);
  const record = JSON.parse(schedule.recordText) as RevisionRecord;
  if (!current || !isAsSigned(record, current.record)) {
    const bySettings = await whoChangedSettings(tx, schedule.signedAt);
    return bySettings
      ? obstacle("settings", `The newsroom’s settings changed after it was signed: ${bySettings.what}.`)
      : obstacle("changed", "What would be published is no longer what was signed.");
  }
  const next = nextState(current.dossier.claim.state, "sign-off");
  if (!next.ok) return obstacle("changed", next.error.detail);
  const overrides = schedule.overrides as unknown as Override[];
  const reasons = { overrides, ...(schedule.selfReason ? { selfSignReason: schedule.selfReason } : {}) };
  const passed = passGate(signer, current, reasons, now);
  if (!passed.ok) {
    const lines = passed.error.issues?.map(({ message }) => message).join(" ");
    return obstacle("gate", lines || passed.error.detail);
  }
  const selfSigned = schedule.selfReason ? { reason: schedule.selfReason } : null;
  const from = current.dossier.claim.state;
  return ok({ signer, record, passed: { used: overrides, selfSigned }, from, to: next.value });
}

function obstacle(code: EndCode, detail: string): Result<never> {
  return fail({ kind: "invalid", code, detail, extra: { code, detail } });
}

async function signerStill(tx: Tx, { editorId, tokenId }: Schedule): Promise<Signer | null> {
  const user = await tx.user.findFirst({ where: { id: editorId, role: "editor", deactivatedAt: null } });
  if (!user) return null;
  if (tokenId && !(await tx.token.findFirst({ where: { id: tokenId, revokedAt: null } }))) return null;
  return { id: user.id, name: user.name, role: "editor", byToken: tokenId !== null };
}
