import "server-only";
import type { Viewer } from "../../access/viewer";
import { suggestSameOwner } from "../../attributions/commands/suggest-same-owner";
import { fieldsBefore } from "../../core/changed-fields";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Failure, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import type { DecideEntityLinkInput, LinkEntityInput } from "../schema";
import { entityOfName } from "./edit-entity";

/** `entryId` is the log's entry of it, null when nothing changed. */
type Done = Result<{ linkId: string; entryId: string | null }>;

/** Says that one is the same as, or part of, another; confirmed, because a person says so. */
export async function linkEntities(
  viewer: Viewer,
  entityId: string,
  input: LinkEntityInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    if ((await tx.entity.count({ where: { id: entityId } })) === 0)
      refuse(notFound("person or organisation"));
    const toId = await entityOfName(tx, viewer, input.to.trim(), now);
    if (toId === entityId)
      refuse({
        kind: "invalid",
        code: "leads-to-itself",
        detail: "That is a name of this very one. Name the other.",
        issues: [{ code: "leads-to-itself", field: "to", message: "Name the other." }],
      });
    const both = [
      { fromId: entityId, toId },
      { fromId: toId, toId: entityId },
    ];
    const found = await tx.entityLink.findFirst({
      where: { kind: input.kind, OR: input.kind === "same-as" ? both : both.slice(0, 1) },
      select: { id: true },
    });
    const same = found && (await lockLink(tx, found.id));
    if (same?.status === "confirmed") return { linkId: same.id, entryId: null };
    const linkId = same?.id ?? newId();
    const decided = { status: "confirmed", decidedById: viewer.id, decidedAt: now };
    if (same) await tx.entityLink.update({ where: { id: linkId }, data: decided });
    else
      await tx.entityLink.create({
        data: { id: linkId, kind: input.kind, fromId: entityId, toId, ...decided },
      });
    const suggested = await suggestForOwners(tx, [entityId, toId]);
    const entryId = await recordEvent(tx, viewer, now, {
      event: "entity.linked",
      subject: { kind: "entity-link", id: linkId },
      from: same?.status ?? null,
      to: "confirmed",
      body: {
        ...{ kind: input.kind, fromId: entityId, toId },
        ...{
          changes: { ...decided, decidedAt: now.toISOString() },
          was: same ? fieldsBefore(decided, same) : null,
          suggested,
        },
      },
    });
    return { linkId, entryId };
  });
}

const decidedSince: Failure = {
  kind: "conflict",
  code: "stale",
  detail: "Somebody decided this otherwise meanwhile, so nothing was changed. Look at it first.",
};

/** Confirms or rejects a link between two entities. 409 `stale` when it is something else than the input `expected`. */
export async function decideEntityLink(
  viewer: Viewer,
  linkId: string,
  input: DecideEntityLinkInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    const link = (await lockLink(tx, linkId)) ?? refuse(notFound("link"));
    if (link.status === input.status) return { linkId, entryId: null };
    if (input.expected !== undefined && link.status !== input.expected) refuse(decidedSince);
    const decided = { status: input.status, decidedById: viewer.id, decidedAt: now };
    await tx.entityLink.update({ where: { id: linkId }, data: decided });
    const suggested =
      input.status === "confirmed" ? await suggestForOwners(tx, [link.fromId, link.toId]) : [];
    const entryId = await recordEvent(tx, viewer, now, {
      event: `entity.link-${input.status}`,
      subject: { kind: "entity-link", id: linkId },
      from: link.status,
      to: input.status,
      body: {
        changes: { ...decided, decidedAt: now.toISOString() },
        was: fieldsBefore(decided, link),
        suggested,
      },
    });
    return { linkId, entryId };
  });
}

/** Locks what is said of two people or organisations until the command ends; null when nothing is. */
export async function lockLink(tx: Tx, linkId: string) {
  await tx.$executeRaw`SELECT 1 FROM entity_link WHERE id = ${linkId} FOR UPDATE`;
  return tx.entityLink.findUnique({ where: { id: linkId } });
}

async function suggestForOwners(tx: Tx, entityIds: string[]): Promise<string[]> {
  const owned = await tx.outlet.findMany({
    where: { ownerId: { in: entityIds } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return owned.length > 0 ? suggestSameOwner(tx, { outletIds: owned.map(({ id }) => id) }) : [];
}
