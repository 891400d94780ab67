import "server-only";
import type { Viewer } from "../../access/viewer";
import { outletKey } from "../../articles/article-identity";
import { suggestSameOwner } from "../../attributions/commands/suggest-same-owner";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { lockOutlet, noteOutletAuthor, type OutletRow } from "../open-outlet.server";
import type { MergeOutletInput } from "../schema";

/**
 * Two outlets turn out to be one: the articles and names of the first become the second's, and the first is from then on
 * another name of it. What the second does not know (host, owner) it takes over.
 */
export async function mergeOutlets(
  viewer: Viewer,
  outletId: string,
  input: MergeOutletInput,
  now: Date,
): Promise<Result<{ outletId: string }>> {
  return runCommand(async (tx) => {
    const named = await tx.outlet.findUnique({ where: { nameKey: outletKey(input.into) } });
    const intoId = named ? (named.sameAsId ?? named.id) : refuse(notFound("outlet"));
    if (intoId === outletId)
      refuse({ kind: "invalid", code: "same-outlet", detail: "This is that outlet already." });
    // Always in one order, so that two people who merge both ways do not wait for each other for ever.
    const locked: OutletRow[] = [];
    for (const id of [outletId, intoId].sort()) locked.push(await lockOutlet(tx, id));
    const [from, into] = [outletId, intoId].map((id) => locked.find((row) => row.id === id)!);
    await noteOutletAuthor(tx, viewer, [outletId], now);
    const moved = await tx.article.updateMany({ where: { outletId }, data: { outletId: intoId } });
    await tx.outlet.updateMany({ where: { sameAsId: outletId }, data: { sameAsId: intoId } });
    await tx.outlet.update({
      where: { id: outletId },
      data: { sameAsId: intoId, ownerId: null, host: null, version: { increment: 1 } },
    });
    await tx.outlet.update({
      where: { id: intoId },
      data: {
        host: into!.host ?? from!.host,
        ownerId: into!.ownerId ?? from!.ownerId,
        agency: into!.agency || from!.agency,
        version: { increment: 1 },
      },
    });
    await suggestSameOwner(tx, { outletIds: [intoId] });
    await recordEvent(tx, viewer, now, {
      event: "outlet.merged",
      subject: { kind: "outlet", id: outletId },
      body: {
        into: intoId,
        articles: moved.count,
        name: from!.name,
        ownerId: from!.ownerId,
        host: from!.host,
      },
    });
    return { outletId: intoId };
  });
}
