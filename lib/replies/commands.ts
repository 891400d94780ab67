import "server-only";
import type { Viewer } from "../access/viewer";
import { noteAuthor, openForWriting } from "../claims/open-claim.server";
import { changedFields, fieldsBefore } from "../core/changed-fields";
import type { Tx } from "../core/db.server";
import { newId } from "../core/new-id.server";
import { notFound, refuse, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { refuseUnlessAsRead } from "../log/refuse-stale.server";
import { changedSince } from "../undo/own-entry.server";
import { deadlineTooEarly, refuseWrongTimes } from "./asking-times";
import { keepReply, readReply } from "./keep-reply.server";
import type { AskReplyInput, EditReplyInput, RemindReplyInput, ReplyFields } from "./schema";

type Done = Result<{ id: string; claimId: string }>;

/** Notes that someone was asked to reply: who, how, what, until when. Refused with a time of asking that is still to come, or a deadline before it. */
export async function askReply(
  viewer: Viewer,
  claimId: string,
  input: AskReplyInput,
  now: Date,
): Promise<Done> {
  const read = await readReply(input.reply);
  if (!read.ok) return read;
  return runCommand(async (tx) => {
    await openForWriting(tx, viewer, claimId, now);
    refuseWrongTimes("askedAt", input.askedAt, input.deadlineAt, now);
    const id = newId();
    if (input.outcome === "replied" && !input.reply) refuse(wordsMissing);
    const outcome = outcomeOf(input.outcome, input.reply ?? null);
    const kept = read.value
      ? await keepReply(tx, viewer, { asked: input.asked, articleId: null, read: read.value }, now)
      : {};
    await tx.replyRequest.create({
      data: {
        id,
        claimId,
        asked: input.asked,
        role: input.role,
        how: input.how,
        question: input.question ?? null,
        askedAt: input.askedAt ?? now,
        deadlineAt: input.deadlineAt ?? null,
        outcome,
        reply: input.reply ?? null,
        repliedAt: input.repliedAt ?? (isAnswer(outcome) ? now : null),
        createdById: viewer.id,
        ...kept,
      },
    });
    await noteAuthor(tx, viewer, claimId, "reply", id, now);
    await recordEvent(tx, viewer, now, {
      event: "reply.asked",
      subject: { kind: "reply-request", id },
      claimId,
    });
    return { id, claimId };
  });
}

/** Words are an answer, whatever else was chosen; "did not reply" with words is a mistake to be told. */
function outcomeOf(chosen: AskReplyInput["outcome"], reply: string | null): AskReplyInput["outcome"] {
  if (reply === null) return chosen;
  if (chosen === "no-reply") {
    const message =
      "There are words of theirs, so they did reply. Choose what they did, or leave the words out.";
    const issues = [{ code: "reply-there", field: "outcome", message }];
    refuse({ kind: "invalid", code: "reply-there", detail: message, issues });
  }
  return chosen === "waiting" ? "replied" : chosen;
}

const missing = "Write what they answered, word for word. Of a call, what you noted of it.";

/** A reply is printed as it came: that there was one, without its words, tells readers nothing that can be checked. */
const wordsMissing: Failure = {
  kind: "invalid",
  code: "reply-missing",
  detail: missing,
  issues: [{ code: "reply-missing", field: "reply", message: missing }],
};

function isAnswer(outcome: string): boolean {
  return outcome === "replied" || outcome === "declined";
}

/** The request for a reply, locked until the transaction ends; `not_found` when it is not there or was withdrawn. */
export async function lockReply(tx: Tx, replyId: string) {
  await tx.$executeRaw`SELECT 1 FROM reply_request WHERE id = ${replyId} FOR UPDATE`;
  const row = await tx.replyRequest.findUnique({ where: { id: replyId, withdrawnAt: null } });
  return row ?? refuse(notFound("reply request"));
}

/**
 * What an edit of a request changed, or (`was`) how that was before, as the log keeps it: words of a reply are named by the
 * copy that holds them, so that they are nowhere once that is expunged; null where there are none.
 */
export type ReplyNote = Omit<ReplyFields, "reply"> & { captureId?: string | null };

/** Given when a note is taken back: whose copy the words are from, and what the note had changed. */
type PutBack = { from: string | null; undoes: ReplyNote };

/**
 * Notes what came of asking: the reply in their own words, which is kept as a capture, or that none came. 409 `stale` with
 * both sides when something else stands there than the input `expected`. Answers the log's entry of it, null when nothing
 * changed or there is no copy to take it back from. With `back` it takes a note back: 409 `stale` when it says something else
 * by now, `expunged` when the words are not to be had any more.
 */
export async function editReply(
  viewer: Viewer,
  replyId: string,
  { expected, ...input }: EditReplyInput,
  now: Date,
  back?: PutBack,
): Promise<Result<{ id: string; claimId: string; entryId: string | null }>> {
  const read = await readReply(input.reply);
  if (!read.ok) return read;
  return runCommand(async (tx) => {
    const row = await lockReply(tx, replyId);
    const { claimId } = row;
    const subject = { kind: "reply-request", id: replyId };
    const events = ["reply.noted", "reply.note-undone", "reply.reminded", "reply.reminder-withdrawn"];
    await refuseUnlessAsRead(tx, { what: "reply", subject, events, expected, mine: input, kept: row });
    const words = input.reply === undefined ? row.reply : input.reply;
    if (!back && input.outcome === "replied" && !words) refuse(wordsMissing);
    const outcome = outcomeOf(input.outcome ?? (row.outcome as AskReplyInput["outcome"]), words);
    const given = changedFields({ ...input, outcome }, row);
    if (Object.keys(given).length === 0) return { id: replyId, claimId, entryId: null };
    if (back) await refuseUnlessStanding(tx, back, row);
    else if (given.deadlineAt && new Date(given.deadlineAt) < row.askedAt) refuse(deadlineTooEarly);
    const answered = isAnswer(outcome) && row.repliedAt === null && input.repliedAt === undefined;
    const changes: ReplyFields = { ...given, ...(answered ? { repliedAt: now.toISOString() } : {}) };
    await openForWriting(tx, viewer, claimId, now);
    const isKept = changes.reply !== undefined && read.value !== null;
    const kept: { articleId?: string; captureId?: string | null } = isKept
      ? await keepReply(tx, viewer, { asked: row.asked, articleId: row.articleId, read: read.value! }, now)
      : changes.reply === null
        ? { captureId: null }
        : {};
    await tx.replyRequest.update({ where: { id: replyId }, data: { ...changes, ...kept } });
    await noteAuthor(tx, viewer, claimId, "reply", replyId, now);
    const { reply, ...plain } = changes;
    const note = (captureId: string | null) => (reply === undefined ? {} : { captureId });
    const entryId = await recordEvent(tx, viewer, now, {
      event: back ? "reply.note-undone" : "reply.noted",
      subject,
      claimId,
      body: {
        changes: { ...plain, ...note(kept.captureId ?? null) },
        was: { ...fieldsBefore(plain, row), ...note(row.reply === null ? null : row.captureId) },
      },
    });
    const isUncopied = reply !== undefined && row.reply !== null && row.captureId === null;
    return { id: replyId, claimId, entryId: isUncopied ? null : entryId };
  });
}

/** It is still as the note left it, and the words that come back are not expunged. */
async function refuseUnlessStanding(
  tx: Tx,
  { from, undoes: { captureId, ...plain } }: PutBack,
  row: { captureId: string | null },
): Promise<void> {
  const isSo = captureId === undefined || (await sameWords(tx, captureId, row.captureId));
  if (!isSo || Object.keys(changedFields(plain, row)).length > 0) refuse(changedSince);
  if (from === null) return;
  const copy = await tx.capture.findUnique({ where: { id: from }, select: { expungedAt: true } });
  if (copy?.expungedAt !== null) refuse(expunged);
}

/** Whether two copies of a reply are one to the letter: words that come back are kept as a copy of their own. */
async function sameWords(tx: Tx, a: string | null, b: string | null): Promise<boolean> {
  if (a === null || b === null || a === b) return a === b;
  const where = { id: { in: [a, b] } };
  const copies = await tx.capture.findMany({ where, select: { sha256: true } });
  return copies[0]?.sha256 === copies[1]?.sha256;
}

/** Why words are not put back. */
export const expunged: Failure = {
  kind: "conflict",
  code: "stale",
  detail: "What stood there before was taken out of the desk since, so nothing was put back.",
};

/** Notes that someone who has not answered was asked once more; a new deadline, when one was given, takes the old one's place, and is not before they were asked again. */
export async function remindReply(
  viewer: Viewer,
  replyId: string,
  input: RemindReplyInput,
  now: Date,
): Promise<Result<{ id: string; claimId: string; entryId: string }>> {
  return runCommand(async (tx) => {
    const row = await lockReply(tx, replyId);
    if (isAnswer(row.outcome))
      refuse({ kind: "invalid", code: "already-answered", detail: `${row.asked} answered already.` });
    await openForWriting(tx, viewer, row.claimId, now);
    refuseWrongTimes("sentAt", input.sentAt, input.deadlineAt, now);
    const reminderId = newId();
    await tx.replyReminder.create({
      data: {
        id: reminderId,
        replyId,
        how: input.how,
        sentAt: input.sentAt ?? now,
        createdById: viewer.id,
      },
    });
    const changes: ReplyFields = {
      outcome: "waiting",
      ...(input.deadlineAt ? { deadlineAt: input.deadlineAt } : {}),
    };
    await tx.replyRequest.update({ where: { id: replyId }, data: changes });
    await noteAuthor(tx, viewer, row.claimId, "reply", replyId, now);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "reply.reminded",
      subject: { kind: "reply-request", id: replyId },
      claimId: row.claimId,
      body: { asked: row.asked, reminderId, changes, was: fieldsBefore(changes, row) },
    });
    return { id: replyId, claimId: row.claimId, entryId };
  });
}
