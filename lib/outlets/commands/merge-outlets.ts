import "server-only";
import type { Viewer } from "../../access/viewer";
import { outletKey } from "../../articles/article-identity";
import { suggestSameOwner } from "../../attributions/commands/suggest-same-owner";
import { notFound, refuse, type Result } from "../../core/result";
import { runCommand } from "../../core/run-command.server";
import { recordEvent } from "../../log/record.server";
import { articlesInUse, lockOutlets, noteOutletName, type OutletRow } from "../open-outlet.server";
import type { MergeOutletInput } from "../schema";

/** What an outlet that another is made one with takes over, and the other loses. */
export type OutletFacts = Pick<OutletRow, "host" | "agency" | "ownerId">;

/**
 * Two outlets turn out to be one: the articles and names of the first become the second's, and the first is from then on
 * another name of it. What the second does not know (host, owner) it takes over.
 */
export async function mergeOutlets(
  viewer: Viewer,
  outletId: string,
  input: MergeOutletInput,
  now: Date,
): Promise<Result<{ outletId: string; entryId: string }>> {
  return runCommand(async (tx) => {
    const named = await tx.outlet.findUnique({ where: { nameKey: outletKey(input.into) } });
    const intoId = named ? (named.sameAsId ?? named.id) : refuse(notFound("outlet"));
    if (intoId === outletId)
      refuse({ kind: "invalid", code: "same-outlet", detail: "This is that outlet already." });
    const rows = await lockOutlets(tx, [outletId, intoId]);
    const [from, into] = [outletId, intoId].map(
      (id) => rows.find((row) => row.id === id && row.sameAsId === null) ?? refuse(notFound("outlet")),
    );
    await noteOutletName(tx, viewer, outletId, now);
    const inUse = await articlesInUse(tx, outletId);
    const articles = await idsOf(tx.$queryRaw`
      UPDATE article SET "outletId" = ${intoId} WHERE "outletId" = ${outletId} RETURNING id`);
    const names = await idsOf(tx.$queryRaw`
      UPDATE outlet SET "sameAsId" = ${intoId} WHERE "sameAsId" = ${outletId} RETURNING id`);
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
    const suggested = await suggestSameOwner(tx, { outletIds: [intoId] });
    const entryId = await recordEvent(tx, viewer, now, {
      event: "outlet.merged",
      subject: { kind: "outlet", id: outletId },
      articleIds: inUse,
      body: {
        ...{
          into: intoId,
          name: from!.name,
          intoName: into!.name,
          articles,
          names,
          version: into!.version + 1,
          suggested,
        },
        was: { from: factsOf(from!), into: factsOf(into!) },
      },
    });
    return { outletId: intoId, entryId };
  });
}

async function idsOf(rows: Promise<unknown>): Promise<string[]> {
  return ((await rows) as { id: string }[]).map(({ id }) => id);
}

const factsOf = ({ host, agency, ownerId }: OutletRow): OutletFacts => ({ host, agency, ownerId });
