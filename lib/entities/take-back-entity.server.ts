import "server-only";
import type { Viewer } from "../access/viewer";
import { dropSuggestions } from "../attributions/commands/suggest-same-owner";
import { changedFields } from "../core/changed-fields";
import { db, type Tx } from "../core/db.server";
import { refuse, type Failure, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";
import { lockEntity } from "./commands/edit-entity";
import { lockLink } from "./commands/link-entities";

/**
 * Takes back that this person added a person or organisation: it is gone, with what only a rule suggested of it. 409 `stale`
 * when it was changed since, `built-on` when an outlet belongs to it or somebody said how it belongs with another.
 */
export async function takeBackAdded(
  viewer: Viewer,
  { subjectId: id }: OwnEntry,
  now: Date,
): Promise<Result<{ entityId: string }>> {
  return runCommand(async (tx) => {
    const row = await lockEntity(tx, id);
    // Gone already is what was wanted.
    if (!row) return { entityId: id };
    if (row.version !== 0) refuse(changedSince);
    const words = await usedBy(tx, id);
    if (words) refuse(used(words));
    await tx.entityLink.deleteMany({
      where: { status: "suggested", decidedById: null, OR: [{ fromId: id }, { toId: id }] },
    });
    await tx.entity.delete({ where: { id } });
    await recordEvent(tx, viewer, now, {
      event: "entity.add-undone",
      subject: { kind: "entity", id },
      body: { name: row.name },
    });
    return { entityId: id };
  });
}

/** Whether a person or organisation is gone because whoever added it took that back. */
export async function wasTakenBack(id: string): Promise<boolean> {
  const entry = { subjectKind: "entity", subjectId: id, event: "entity.add-undone" };
  return (await db().logEntry.count({ where: entry })) > 0;
}

/** What rests on a person or organisation by now, in words; null when nothing does. */
async function usedBy(tx: Tx, id: string): Promise<string | null> {
  const outlet = await tx.outlet.findFirst({ where: { ownerId: id }, select: { name: true } });
  if (outlet) return `“${outlet.name}” belongs to it`;
  const link = await tx.entityLink.findFirst({
    where: { OR: [{ fromId: id }, { toId: id }], NOT: { status: "suggested", decidedById: null } },
    select: { fromId: true, from: { select: { name: true } }, to: { select: { name: true } } },
  });
  if (!link) return null;
  return `somebody said how it belongs with “${(link.fromId === id ? link.to : link.from).name}”`;
}

const used = (words: string): Failure => ({
  kind: "conflict",
  code: "built-on",
  detail: `It stays, because by now ${words}.`,
});

/**
 * Gives a person or organisation back the names, kind and interests from before this person's edit; what the edit suggested
 * and nobody decided is suggested no more. 409 `stale` when it was changed since.
 */
export async function takeBackEntityEdit(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ entityId: string }>> {
  const { subjectId: id, body } = entry;
  return runCommand(async (tx) => {
    const row = await lockEntity(tx, id);
    // An entry from before entries named the version that they made fits none.
    if (!row || typeof body.version !== "number") refuse(changedSince);
    const changes = changedFields(partOf(entry, "was"), row);
    // Taken back already is what was wanted.
    if (Object.keys(changes).length === 0) return { entityId: id };
    if (row.version !== body.version) refuse(changedSince);
    const version = row.version + 1;
    await tx.entity.update({ where: { id }, data: { ...changes, version } });
    const suggested = Array.isArray(body.suggested) ? (body.suggested as string[]) : [];
    await tx.entityLink.deleteMany({ where: { id: { in: suggested }, status: "suggested" } });
    await recordEvent(tx, viewer, now, {
      event: "entity.edit-undone",
      subject: { kind: "entity", id },
      body: { changes, version },
    });
    return { entityId: id };
  });
}

/**
 * Takes back what this person said, or decided, of two people or organisations: it is as it was, or gone when it was new. What
 * that suggested of articles of one owner, and nobody decided, is suggested no more.
 * 409 `stale` when it was decided otherwise since.
 */
export async function takeBackLink(
  viewer: Viewer,
  entry: OwnEntry,
  now: Date,
): Promise<Result<{ linkId: string }>> {
  const { subjectId: id, body } = entry;
  const isNew = body.was === null;
  return runCommand(async (tx) => {
    // An entry from before entries told what they changed fits none.
    if (body.was === undefined) refuse(changedSince);
    const row = await lockLink(tx, id);
    const was = partOf(entry, "was");
    const isBack = isNew ? row === null : row !== null && Object.keys(changedFields(was, row)).length === 0;
    // Taken back already is what was wanted.
    if (isBack) return { linkId: id };
    if (!row || Object.keys(changedFields(partOf(entry, "changes"), row)).length > 0) refuse(changedSince);
    if (isNew) await tx.entityLink.delete({ where: { id } });
    else await tx.entityLink.update({ where: { id }, data: was });
    await dropSuggestions(tx, (body.suggested ?? []) as string[]);
    await recordEvent(tx, viewer, now, {
      event: "entity.link-undone",
      subject: { kind: "entity-link", id },
      from: row.status,
      to: isNew ? null : String(was.status),
    });
    return { linkId: id };
  });
}
