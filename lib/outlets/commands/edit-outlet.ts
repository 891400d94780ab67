import "server-only";
import type { Viewer } from "../../access/viewer";
import { outletKey } from "../../articles/article-identity";
import { suggestSameOwner } from "../../attributions/commands/suggest-same-owner";
import { bothSides } from "../../core/both-sides";
import { changedFields, fieldsBefore } from "../../core/changed-fields";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { entityOfName } from "../../entities/commands/edit-entity";
import { recordEvent } from "../../log/record.server";
import { refuseStale } from "../../log/refuse-stale.server";
import { articlesInUse, lockOutlet, noteOutletName, takenName, type OutletRow } from "../open-outlet.server";
import type { EditOutletInput, NameOutletInput } from "../schema";

/** `entryId` is the log's entry of it, null when nothing changed. */
type Done = Result<{ outletId: string; version: number; entryId: string | null }>;

/** The row of another name that took an outlet's old one, and what it said before; null when it was not there. */
export type TookOldName = { id: string; was: string | null };

/**
 * Changes what is known about an outlet. Its old name stays as another name. Entering an owner suggests `same-owner`
 * where its articles meet others of that owner on a claim. 409 `stale` shows both sides when someone changed it meanwhile.
 */
export async function editOutlet(
  viewer: Viewer,
  outletId: string,
  input: EditOutletInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    const before = await lockOutlet(tx, outletId);
    if (before.version !== input.version) await refuseChanged(tx, input, before);
    const owner = input.owner?.trim() ? await entityOfName(tx, viewer, input.owner.trim(), now) : null;
    const host = input.host?.replace(/^www\./, "") ?? null;
    const given = { name: input.name.trim(), host, agency: input.agency, ownerId: owner };
    const changes = changedFields(given, before);
    if (Object.keys(changes).length === 0) return { outletId, version: before.version, entryId: null };
    const { name, ...plain } = changes;
    const oldName = name === undefined ? null : await rename(tx, viewer, before, name, now);
    const version = before.version + 1;
    await tx.outlet.update({ where: { id: outletId }, data: { ...plain, version } });
    const suggested = changes.ownerId ? await suggestSameOwner(tx, { outletIds: [outletId] }) : [];
    const entryId = await recordEvent(tx, viewer, now, {
      event: "outlet.edited",
      subject: { kind: "outlet", id: outletId },
      // Of an outlet its name is printed, and nothing else.
      articleIds: name === undefined ? [] : await articlesInUse(tx, outletId),
      body: { changes, was: fieldsBefore(changes, before), oldName, version, suggested },
    });
    return { outletId, version, entryId };
  });
}

async function refuseChanged(tx: Tx, input: EditOutletInput, theirs: OutletRow): Promise<never> {
  const { name, host, agency } = theirs;
  const owner = theirs.ownerId && (await tx.entity.findUnique({ where: { id: theirs.ownerId } }))?.name;
  const mine = {
    name: input.name,
    owner: input.owner ?? null,
    host: input.host ?? null,
    agency: input.agency,
  };
  const subject = { kind: "outlet", id: theirs.id };
  const sides = bothSides(mine, { name, owner, host, agency });
  return refuseStale(tx, {
    what: "outlet",
    subject,
    read: input.version,
    version: theirs.version,
    sides,
  });
}

/** Adds another name of the outlet: articles that give it are this outlet's from now on. */
export async function nameOutlet(
  viewer: Viewer,
  outletId: string,
  input: NameOutletInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    const { version } = await lockOutlet(tx, outletId);
    const name = input.name.trim();
    const taken = await tx.outlet.findUnique({ where: { nameKey: outletKey(name) } });
    if (taken) refuse(takenName(taken, outletId));
    const nameId = newId();
    await tx.outlet.create({
      data: { id: nameId, name, nameKey: outletKey(name), sameAsId: outletId, createdAt: now },
    });
    const entryId = await recordEvent(tx, viewer, now, {
      event: "outlet.named",
      subject: { kind: "outlet", id: outletId },
      body: { name, nameId },
    });
    return { outletId, version, entryId };
  });
}

/** The new name takes the key of the old one; the old one, or the other name that is promoted, keeps a row. */
async function rename(
  tx: Tx,
  viewer: Viewer,
  before: OutletRow,
  name: string,
  now: Date,
): Promise<TookOldName | null> {
  const nameKey = outletKey(name);
  await noteOutletName(tx, viewer, before.id, now);
  if (nameKey === before.nameKey) {
    await tx.outlet.update({ where: { id: before.id }, data: { name } });
    return null;
  }
  const taken = await tx.outlet.findUnique({ where: { nameKey } });
  if (taken && taken.sameAsId !== before.id) refuse(takenName(taken, before.id));
  const otherId = taken?.id ?? newId();
  const parked = `parked ${otherId}`;
  if (taken) await tx.outlet.update({ where: { id: otherId }, data: { nameKey: parked } });
  await tx.outlet.update({ where: { id: before.id }, data: { name, nameKey } });
  const old = { name: before.name, nameKey: before.nameKey };
  if (taken) await tx.outlet.update({ where: { id: otherId }, data: old });
  else await tx.outlet.create({ data: { id: otherId, ...old, sameAsId: before.id, createdAt: now } });
  return { id: otherId, was: taken?.name ?? null };
}
