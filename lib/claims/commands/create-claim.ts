import "server-only";
import type { Viewer } from "../../access/viewer";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { refreshClaimFigures } from "../../figures/refresh-claim-figures.server";
import { recordEvent } from "../../log/record.server";
import { saveQuote } from "../../quotes/save-quote.server";
import { checkTopics } from "../../topics/check-topics.server";
import type { CreateClaimInput } from "../schema";
import { noteAssignment } from "../note-assignment.server";
import { noteAuthor, openForWriting } from "../open-claim.server";

/** Adds a claim in state `new`, with the passage where its words appeared when that is given. */
export async function createClaim(
  viewer: Viewer,
  input: CreateClaimInput,
  now: Date,
): Promise<Result<{ claimId: string }>> {
  return runCommand(async (tx) => {
    const id = newId();
    await checkAssignee(tx, input.assigneeId);
    if (input.parentId) await checkParent(tx, viewer, input.parentId, now);
    const appearanceQuoteId = input.from
      ? await saveQuote(tx, {
          articleId: input.from.articleId,
          createdById: viewer.id,
          selector: input.from.quote,
        })
      : null;
    await tx.claim.create({
      data: {
        id,
        text: input.text.trim(),
        verbatim: input.verbatim ?? (input.from ? input.from.quote.exact : null),
        kind: input.kind ?? "so",
        claimant: input.claimant?.trim() || null,
        saidAt: input.saidAt ?? null,
        place: input.place ?? null,
        topics: await checkTopics(tx, input.topics ?? []),
        why: input.why ?? null,
        importance: input.importance ?? 2,
        deadlineAt: input.deadlineAt ?? null,
        reach: input.reach ?? null,
        language: input.language ?? "en",
        assigneeId: input.assigneeId ?? null,
        provisional: input.provisional ?? false,
        nextUpdateAt: input.nextUpdateAt ?? null,
        parentId: input.parentId ?? null,
        central: input.central ?? true,
        appearanceQuoteId,
        createdById: viewer.id,
        createdAt: now,
        updatedAt: now,
      },
    });
    if (input.assigneeId) await noteAssignment(tx, viewer, id, input.assigneeId, now);
    await refreshClaimFigures(tx, id, input.text);
    if (input.parentId) await noteAuthor(tx, viewer, input.parentId, "part", id, now);
    await recordEvent(tx, viewer, now, {
      event: "claim.created",
      subject: { kind: "claim", id },
      claimId: id,
      to: "new",
      body: { text: input.text },
    });
    return { claimId: id };
  });
}

/** Only somebody who works here is given a claim. */
export async function checkAssignee(tx: Tx, assigneeId: string | null | undefined): Promise<void> {
  if (!assigneeId || (await tx.user.count({ where: { id: assigneeId, deactivatedAt: null } })) > 0) return;
  const message = "There is no active account with this id.";
  refuse({
    kind: "invalid",
    code: "unknown-person",
    detail: message,
    issues: [{ code: "unknown-person", field: "assigneeId", message }],
  });
}

async function checkParent(tx: Tx, viewer: Viewer, parentId: string, now: Date): Promise<void> {
  const parent = await tx.claim.findUnique({ where: { id: parentId }, select: { parentId: true } });
  if (!parent) refuse(notFound("claim"));
  if (parent.parentId)
    refuse({ kind: "invalid", code: "part-of-part", detail: "A part cannot have parts of its own." });
  await openForWriting(tx, viewer, parentId, now);
}
