import "server-only";
import type { Viewer } from "../../access/viewer";
import { outletKey } from "../../articles/article-identity";
import { suggestSameOwner } from "../../attributions/commands/suggest-same-owner";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { entityOfName } from "../../entities/commands/edit-entity";
import { recordEvent } from "../../log/record.server";
import { lockOutlet, noteOutletAuthor, takenName, type OutletRow } from "../open-outlet.server";
import type { EditOutletInput, NameOutletInput } from "../schema";

type Done = Result<{ outletId: string; version: number }>;

/**
 * Changes what is known about an outlet. Its old name stays as another name. Entering an owner suggests `same-owner`
 * where its articles meet others of that owner on a claim. 409 `stale` when someone changed it meanwhile.
 */
export async function editOutlet(
  viewer: Viewer,
  outletId: string,
  input: EditOutletInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    const before = await lockOutlet(tx, outletId);
    if (before.version !== input.version)
      refuse({
        kind: "conflict",
        code: "stale",
        detail: "Someone changed this outlet after you read it. Read it again.",
        extra: { version: before.version },
      });
    const name = input.name.trim();
    if (name !== before.name) await rename(tx, viewer, before, name, now);
    const owner = input.owner?.trim() ? await entityOfName(tx, viewer, input.owner.trim(), now) : null;
    await tx.outlet.update({
      where: { id: outletId },
      data: {
        host: input.host?.replace(/^www\./, "") ?? null,
        agency: input.agency,
        ownerId: owner,
        version: { increment: 1 },
      },
    });
    if (owner && owner !== before.ownerId) await suggestSameOwner(tx, { outletIds: [outletId] });
    const { version: _version, ...said } = input;
    await recordEvent(tx, viewer, now, {
      event: "outlet.edited",
      subject: { kind: "outlet", id: outletId },
      body: { before: { name: before.name, ownerId: before.ownerId }, ...said },
    });
    return { outletId, version: before.version + 1 };
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
    await tx.outlet.create({
      data: { id: newId(), name, nameKey: outletKey(name), sameAsId: outletId, createdAt: now },
    });
    await recordEvent(tx, viewer, now, {
      event: "outlet.named",
      subject: { kind: "outlet", id: outletId },
      body: { name },
    });
    return { outletId, version };
  });
}

/** The new name takes the key of the old one; the old one, or the other name that is promoted, keeps a row. */
async function rename(tx: Tx, viewer: Viewer, before: OutletRow, name: string, now: Date): Promise<void> {
  const nameKey = outletKey(name);
  await noteOutletAuthor(tx, viewer, [before.id], now);
  if (nameKey === before.nameKey) {
    await tx.outlet.update({ where: { id: before.id }, data: { name } });
    return;
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
}
