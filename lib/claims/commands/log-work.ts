import "server-only";
import type { Viewer } from "../../access/viewer";
import { changedFields } from "../../core/changed-fields";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { noteAuthor, openForWriting } from "../open-claim.server";
import type { AddSearchInput, AskReplyInput, EditReplyInput } from "../work-schema";

type Done = Result<{ id: string; claimId: string }>;

/** Notes a search: where, for what, and whether anything was found. */
export async function logSearch(
  viewer: Viewer,
  claimId: string,
  input: AddSearchInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    await openForWriting(tx, viewer, claimId, now);
    const id = newId();
    await tx.searchEntry.create({
      data: {
        id,
        claimId,
        where: input.where,
        query: input.query,
        found: input.found,
        note: input.note ?? null,
        side: input.side ?? null,
        shown: input.shown ?? true,
        searchedAt: now,
        searchedById: viewer.id,
      },
    });
    await noteAuthor(tx, viewer, claimId, "search", id, now);
    await recordEvent(tx, viewer, now, {
      event: "search.logged",
      subject: { kind: "search", id },
      claimId,
      body: { found: input.found },
    });
    return { id, claimId };
  });
}

/** Notes that someone was asked to reply. */
export async function askReply(
  viewer: Viewer,
  claimId: string,
  input: AskReplyInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    await openForWriting(tx, viewer, claimId, now);
    const id = newId();
    await tx.replyRequest.create({
      data: {
        id,
        claimId,
        asked: input.asked,
        role: input.role,
        how: input.how,
        askedAt: input.askedAt ?? now,
        deadlineAt: input.deadlineAt ?? null,
        outcome: input.outcome,
        reply: input.reply ?? null,
        createdById: viewer.id,
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

/** Notes what came of asking: the reply in their own words, or that none came. */
export async function editReply(
  viewer: Viewer,
  replyId: string,
  input: EditReplyInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    const row =
      (await tx.replyRequest.findUnique({ where: { id: replyId } })) ?? refuse(notFound("reply request"));
    const changes = changedFields(input, row);
    if (Object.keys(changes).length === 0) return { id: replyId, claimId: row.claimId };
    await openForWriting(tx, viewer, row.claimId, now);
    await tx.replyRequest.update({ where: { id: replyId }, data: changes });
    await noteAuthor(tx, viewer, row.claimId, "reply", replyId, now);
    await recordEvent(tx, viewer, now, {
      event: "reply.noted",
      subject: { kind: "reply-request", id: replyId },
      claimId: row.claimId,
    });
    return { id: replyId, claimId: row.claimId };
  });
}
