import "server-only";
import { mayDo } from "../access/can";
import type { Viewer } from "../access/viewer";
import type { Tx } from "../core/db.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { nextLock, subjectKey, type LockSubject, type WritingLock } from "./writing-lock";

export type LockDto = { isMine: boolean; holder: { id: string; name: string }; takenAt: string };

/** What a person must be allowed to do, to write there. */
const actionOf = { claim: "claim.write", verdict: "verdict.write", evidence: "evidence.write" } as const;

/** The claim that it is about; refuses what is not there. */
async function claimOf(tx: Tx, subject: LockSubject): Promise<string> {
  const row =
    subject.kind === "evidence"
      ? await tx.evidence.findUnique({ where: { id: subject.id }, select: { claimId: true } })
      : await tx.claim.findUnique({ where: { id: subject.id }, select: { id: true } });
  if (!row) refuse(notFound(subject.kind));
  return "claimId" in row ? row.claimId : row.id;
}

/** Begins or goes on writing, or takes over from who is. Answers who holds the lock now. Not logged: it guards nothing. */
export async function holdLock(
  viewer: Viewer,
  input: { subject: LockSubject; tabId: string; takesOver: boolean },
  now: Date,
): Promise<Result<LockDto>> {
  const allowed = mayDo(viewer, actionOf[input.subject.kind]);
  if (!allowed.ok) return allowed;
  return runCommand(async (tx) => {
    const key = subjectKey(input.subject);
    const claimId = await claimOf(tx, input.subject);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`writing:${key}`}))`;
    const held = await tx.writingLock.findUnique({ where: { subject: key } });
    const writer = { userId: viewer.id, tabId: input.tabId };
    const next = nextLock(held, writer, input.takesOver, now);
    if (next !== held) {
      const data = pick(next);
      await tx.writingLock.upsert({
        where: { subject: key },
        create: { subject: key, claimId, ...data },
        update: data,
      });
    }
    const person = await tx.user.findUnique({ where: { id: next.userId }, select: { name: true } });
    return {
      isMine: next.userId === viewer.id && next.tabId === input.tabId,
      holder: { id: next.userId, name: person?.name ?? "" },
      takenAt: next.takenAt.toISOString(),
    };
  });
}

const pick = ({ userId, tabId, takenAt, expiresAt }: WritingLock) => ({ userId, tabId, takenAt, expiresAt });

/** Lets go of what this tab holds: sent, or the page was left. */
export async function releaseLock(
  viewer: Viewer,
  input: { subject: LockSubject; tabId: string },
): Promise<Result<{ released: boolean }>> {
  return runCommand(async (tx) => {
    const { count } = await tx.writingLock.deleteMany({
      where: { subject: subjectKey(input.subject), userId: viewer.id, tabId: input.tabId },
    });
    return { released: count > 0 };
  });
}
