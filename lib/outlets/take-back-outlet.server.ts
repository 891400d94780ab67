import "server-only";
import type { Viewer } from "../access/viewer";
import { dropSuggestions, suggestSameOwner } from "../attributions/commands/suggest-same-owner";
import { changedFields, fieldsBefore } from "../core/changed-fields";
import type { Tx } from "../core/db.server";
import { refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { changedSince, partOf, type OwnEntry } from "../undo/own-entry.server";
import type { TookOldName } from "./commands/edit-outlet";
import type { OutletFacts } from "./commands/merge-outlets";
import { articlesInUse, lockOutlets, noteOutletName, type OutletRow } from "./open-outlet.server";

type Done = Result<{ outletId: string }>;
type Facts = OutletFacts & { name: string };

/**
 * Gives an outlet back what was known about it before this person's edit. A name that it had then is its name again, and
 * the one it was given is another name of it only where it was one before. What the edit suggested and nobody decided is
 * suggested no more. 409 `stale` when it was changed since.
 */
export async function takeBackOutletEdit(viewer: Viewer, entry: OwnEntry, now: Date): Promise<Done> {
  const was = partOf(entry, "was") as Partial<Facts>;
  const id = entry.subjectId;
  return runCommand(async (tx) => {
    const [row] = await lockOutlets(tx, [id]);
    if (!row || row.sameAsId !== null) refuse(changedSince);
    const changes = changedFields(was, row);
    // Taken back already is what was wanted.
    if (Object.keys(changes).length === 0) return { outletId: id };
    if (row.version !== entry.body.version) refuse(changedSince);
    const { name, ...plain } = changes;
    if (name !== undefined) {
      const oldName = entry.body.oldName as TookOldName | null;
      await nameBack(tx, viewer, { row, name, oldName }, now);
    }
    const version = row.version + 1;
    await tx.outlet.update({ where: { id }, data: { ...plain, version } });
    await dropSuggestions(tx, (entry.body.suggested ?? []) as string[]);
    if (changes.ownerId) await suggestSameOwner(tx, { outletIds: [id] });
    await recordEvent(tx, viewer, now, {
      event: "outlet.edit-undone",
      subject: { kind: "outlet", id },
      articleIds: name === undefined ? [] : await articlesInUse(tx, id),
      body: { changes, was: fieldsBefore(changes, row), version },
    });
    return { outletId: id };
  });
}

type Back = { row: OutletRow; name: string; oldName: TookOldName | null };

/** The old name takes its key back from the row of another name that keeps it; that row says what it said, or is gone. */
async function nameBack(tx: Tx, viewer: Viewer, { row, name, oldName }: Back, now: Date): Promise<void> {
  await noteOutletName(tx, viewer, row.id, now);
  if (!oldName) {
    await tx.outlet.update({ where: { id: row.id }, data: { name } });
    return;
  }
  const other = await tx.outlet.findUnique({ where: { id: oldName.id, name, sameAsId: row.id } });
  if (!other) refuse(changedSince);
  const old = { name, nameKey: other.nameKey };
  if (oldName.was === null) await tx.outlet.delete({ where: { id: other.id } });
  else await tx.outlet.update({ where: { id: other.id }, data: { nameKey: `parked ${other.id}` } });
  await tx.outlet.update({ where: { id: row.id }, data: old });
  if (oldName.was !== null)
    await tx.outlet.update({ where: { id: other.id }, data: { name: oldName.was, nameKey: row.nameKey } });
}

/**
 * Takes back that an outlet has another name; articles that gave it meanwhile stay the outlet's. 409 `stale` when the name
 * became the outlet's own, or another outlet's, since.
 */
export async function takeBackOutletName(viewer: Viewer, entry: OwnEntry, now: Date): Promise<Done> {
  const { name, nameId } = entry.body as { name: string; nameId?: string };
  const id = entry.subjectId;
  return runCommand(async (tx) => {
    if (nameId === undefined) refuse(changedSince);
    const rows = await lockOutlets(tx, [id, nameId]);
    const other = rows.find((row) => row.id === nameId);
    // Taken back already is what was wanted.
    if (!other) return { outletId: id };
    if (other.sameAsId !== id || other.name !== name) refuse(changedSince);
    await tx.outlet.delete({ where: { id: nameId } });
    await recordEvent(tx, viewer, now, {
      event: "outlet.name-undone",
      subject: { kind: "outlet", id },
      body: { name },
    });
    return { outletId: id };
  });
}

type Merged = {
  into: string;
  articles: string[];
  names: string[];
  version: number;
  suggested?: string[];
  was: { from: OutletFacts; into: OutletFacts };
};

/**
 * Makes two outlets two again: exactly the articles and names that were moved go back, those of them that are still where
 * they were moved to; what came since stays, and what the merge suggested and nobody decided is suggested no more. 409 `stale` when the outlet that they went to was changed since.
 */
export async function takeBackMerge(viewer: Viewer, entry: OwnEntry, now: Date): Promise<Done> {
  const { into: intoId, articles, names, version, was, suggested = [] } = entry.body as Merged;
  const id = entry.subjectId;
  return runCommand(async (tx) => {
    // An entry from before entries named what they moved fits none.
    if (!Array.isArray(names)) refuse(changedSince);
    const rows = await lockOutlets(tx, [id, intoId]);
    const [from, into] = [id, intoId].map((one) => rows.find((row) => row.id === one));
    // Taken back already is what was wanted.
    if (from?.sameAsId === null) return { outletId: id };
    if (from?.sameAsId !== intoId || into?.version !== version) refuse(changedSince);
    await tx.outlet.update({
      where: { id },
      data: { ...was.from, sameAsId: null, version: { increment: 1 } },
    });
    await tx.outlet.update({ where: { id: intoId }, data: { ...was.into, version: { increment: 1 } } });
    await tx.outlet.updateMany({ where: { id: { in: names }, sameAsId: intoId }, data: { sameAsId: id } });
    const back = await tx.$queryRaw<{ id: string }[]>`
      UPDATE article SET "outletId" = ${id} WHERE id = ANY(${articles}) AND "outletId" = ${intoId} RETURNING id`;
    await dropSuggestions(tx, suggested);
    await noteOutletName(tx, viewer, id, now);
    await recordEvent(tx, viewer, now, {
      event: "outlet.merge-undone",
      subject: { kind: "outlet", id },
      articleIds: await articlesInUse(
        tx,
        id,
        back.map((article) => article.id),
      ),
      body: { into: intoId, name: into.name, intoName: from.name, articles: back.length },
    });
    return { outletId: id };
  });
}
