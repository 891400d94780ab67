import "server-only";
import { can } from "../../access/can";
import type { Viewer } from "../../access/viewer";
import { mayUseSession } from "../../accounts/step-up.server";
import { bothSides, staleSides } from "../../core/both-sides";
import type { Tx } from "../../core/db.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { announcePublished } from "../../publications/published-notices.server";
import type { PreparedNoticeInput } from "../../publications/schema";
import { loadSigningKey } from "../../publications/signing-key.server";
import { closeTask, type TaskOf } from "../../tasks/open-task.server";
import { signNoticeIn, type SignedNotice } from "./sign-notice";

/** Keeps an editor's wording of a draft; the same wording is kept already. 409 `stale` when it changed meanwhile. */
export async function editPrepared(
  viewer: Viewer,
  id: string,
  input: PreparedNoticeInput,
  now: Date,
): Promise<Result<{ id: string; version: number }>> {
  return runCommand(async (tx) => {
    const draft = await lockWaiting(tx, viewer, id, input);
    const { kind, text } = input;
    if (kind === draft.kind && text === draft.text) return { id, version: draft.version };
    const version = input.version + 1;
    await tx.preparedNotice.update({
      where: { id },
      data: { kind, text, editedById: viewer.id, version },
    });
    await logPrepared(tx, viewer, id, "edited", { text }, now);
    return { id, version };
  });
}

/**
 * Signs a draft as it is sent, ends its task, and shows it to readers: the one way in which a draft becomes public. 409
 * `stale` when the draft changed, or another version than `besideVersion` is published by now.
 */
export async function signPrepared(
  viewer: Viewer,
  id: string,
  input: PreparedNoticeInput,
  now: Date,
): Promise<Result<SignedNotice>> {
  const sure = mayUseSession(viewer, now);
  if (!sure.ok) return sure;
  const key = await loadSigningKey();
  const done = await runCommand(async (tx) => {
    const draft = await lockWaiting(tx, viewer, id, input);
    const { kind, text, besideVersion } = input;
    const signed = await signNoticeIn(
      tx,
      viewer,
      { claimId: draft.claimId, input: { kind, text, besideVersion }, key },
      now,
    );
    await tx.preparedNotice.update({
      where: { id },
      data: {
        state: "signed",
        kind,
        text,
        noticeId: signed.noticeId,
        decidedById: viewer.id,
        decidedAt: now,
        version: { increment: 1 },
      },
    });
    const note = "A notice was signed.";
    await closeTask(tx, taskOf(draft), { note, byId: viewer.id }, now);
    return signed;
  });
  if (done.ok) announcePublished(done.value.slug);
  return done;
}

/** Dismisses a draft with a reason, which the desk keeps; readers see nothing of it. `entryId` is the log's entry of it. */
export async function dismissPrepared(
  viewer: Viewer,
  id: string,
  reason: string,
  now: Date,
): Promise<Result<{ claimId: string; entryId: string }>> {
  return runCommand(async (tx) => {
    const draft = await lockWaiting(tx, viewer, id, null);
    await tx.preparedNotice.update({
      where: { id },
      data: {
        state: "dismissed",
        dismissReason: reason,
        decidedById: viewer.id,
        decidedAt: now,
        version: { increment: 1 },
      },
    });
    const note = `No notice: ${reason}`;
    await closeTask(tx, taskOf(draft), { note, byId: viewer.id }, now);
    const entryId = await logPrepared(tx, viewer, id, "dismissed", { reason }, now);
    return { claimId: draft.claimId, entryId };
  });
}

type Draft = {
  id: string;
  kind: string;
  text: string;
  claimId: string;
  articleId: string;
  cause: string;
  state: string;
  version: number;
};

/** The task that a draft goes with. */
export const taskOf = ({
  claimId,
  articleId,
  cause,
}: Pick<Draft, "claimId" | "articleId" | "cause">): TaskOf => ({
  kind: cause === "drift" ? "quote-altered" : "re-check",
  claimId,
  articleId,
});

/** The draft, locked; refused when it is decided, or when it says something else by now than what was read. */
async function lockWaiting(
  tx: Tx,
  viewer: Viewer,
  id: string,
  mine: PreparedNoticeInput | null,
): Promise<Draft> {
  if (!can(viewer, "notice.sign"))
    refuse({ kind: "forbidden", code: "role", detail: "Only an editor decides what readers are told." });
  const rows = await tx.$queryRaw<Draft[]>`
    SELECT id, kind, text, "claimId", "articleId", cause, state, version FROM prepared_notice WHERE id = ${id} FOR UPDATE`;
  const draft = rows[0] ?? refuse(notFound("prepared notice"));
  if (draft.state !== "waiting")
    refuse({
      kind: "conflict",
      code: "already-decided",
      detail: `This draft was ${draft.state} meanwhile. Nothing more was done.`,
    });
  if (mine !== null && draft.version !== mine.version) {
    const { kind, text } = mine;
    refuse(staleSides("draft", draft.version, bothSides({ kind, text }, draft)));
  }
  return draft;
}

async function logPrepared(
  tx: Tx,
  viewer: Viewer,
  id: string,
  what: "edited" | "dismissed",
  body: Record<string, string>,
  now: Date,
): Promise<string> {
  const { claimId } = await tx.preparedNotice.findUniqueOrThrow({ where: { id }, select: { claimId: true } });
  const subject = { kind: "prepared-notice", id };
  return recordEvent(tx, viewer, now, { event: `prepared-notice.${what}`, subject, claimId, body });
}
