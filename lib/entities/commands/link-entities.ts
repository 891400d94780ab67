import "server-only";
import type { Viewer } from "../../access/viewer";
import { suggestSameOwner } from "../../attributions/commands/suggest-same-owner";
import type { Tx } from "../../core/db.server";
import { newId } from "../../core/new-id.server";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import type { DecideEntityLinkInput, LinkEntityInput } from "../schema";
import { entityOfName } from "./edit-entity";

type Done = Result<{ linkId: string }>;

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
    const same = await tx.entityLink.findFirst({
      where: { kind: input.kind, OR: input.kind === "same-as" ? both : both.slice(0, 1) },
    });
    const linkId = same?.id ?? newId();
    const decided = { status: "confirmed", decidedById: viewer.id, decidedAt: now };
    if (same) await tx.entityLink.update({ where: { id: linkId }, data: decided });
    else
      await tx.entityLink.create({
        data: { id: linkId, kind: input.kind, fromId: entityId, toId, ...decided },
      });
    await suggestForOwners(tx, [entityId, toId]);
    await recordEvent(tx, viewer, now, {
      event: "entity.linked",
      subject: { kind: "entity", id: entityId },
      to: "confirmed",
      body: { kind: input.kind, toId },
    });
    return { linkId };
  });
}

/** Confirms or rejects a link between two entities. */
export async function decideEntityLink(
  viewer: Viewer,
  linkId: string,
  input: DecideEntityLinkInput,
  now: Date,
): Promise<Done> {
  return runCommand(async (tx) => {
    const link = (await tx.entityLink.findUnique({ where: { id: linkId } })) ?? refuse(notFound("link"));
    await tx.entityLink.update({
      where: { id: linkId },
      data: { status: input.status, decidedById: viewer.id, decidedAt: now },
    });
    if (input.status === "confirmed") await suggestForOwners(tx, [link.fromId, link.toId]);
    await recordEvent(tx, viewer, now, {
      event: `entity.link-${input.status}`,
      subject: { kind: "entity-link", id: linkId },
      from: link.status,
      to: input.status,
    });
    return { linkId };
  });
}

async function suggestForOwners(tx: Tx, entityIds: string[]): Promise<void> {
  const owned = await tx.outlet.findMany({
    where: { ownerId: { in: entityIds } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  if (owned.length > 0) await suggestSameOwner(tx, { outletIds: owned.map(({ id }) => id) });
}
