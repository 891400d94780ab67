import "server-only";
import type { Tx } from "../../core/db.server";
import { refuse, type Failure } from "../../core/result";
import { isPrimaryKind } from "../origin-kinds";
import type { DecideAttributionInput } from "../schema";
import { originAt } from "./origin-at";

type Row = {
  id: string;
  type: string;
  status: string;
  fromArticleId: string;
  toOriginId: string | null;
};
type Named = { name: string; kind: string };

const invalid = (code: string, detail: string): Failure => ({ kind: "invalid", code, detail });

/**
 * Leads a suggested attribution to its origin under another name or kind, as whoever confirms it says, and answers what was
 * suggested; null when they say the same. Refuses one that anybody decided before, as a decision was about that name, one
 * that leads to an article, and one that the article has already.
 */
export async function putOriginRight(
  tx: Tx,
  row: Row,
  { origin, status }: Pick<DecideAttributionInput, "origin" | "status">,
): Promise<Named | null> {
  if (!origin || status !== "confirmed") return null;
  const was = row.toOriginId ? await tx.origin.findUnique({ where: { id: row.toOriginId } }) : null;
  if (!was) refuse(invalid("no-origin", "This leads to an article. Put its name right on the article."));
  if (was.name === origin.name && was.kind === origin.kind) return null;
  const decided = await tx.claimAttribution.count({
    where: { attributionId: row.id, status: { not: "withdrawn" } },
  });
  if (row.status !== "suggested" || decided > 0)
    refuse(
      invalid(
        "already-decided",
        "This was decided under its name before. Reject it, and add the source under the right one.",
      ),
    );
  const toOriginId = await originAt(tx, {
    ...origin,
    naming: was.naming,
    primary: isPrimaryKind(origin.kind, was.naming === "named"),
  });
  const same = await tx.attribution.count({
    where: { fromArticleId: row.fromArticleId, type: row.type, toOriginId },
  });
  if (same > 0)
    refuse(
      invalid("already-there", "The article has this source already. Confirm that one, and reject this."),
    );
  await tx.attribution.update({ where: { id: row.id }, data: { toOriginId } });
  return { name: was.name, kind: was.kind };
}
