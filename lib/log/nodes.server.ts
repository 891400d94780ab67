import "server-only";
import type { Tx } from "../core/db.server";
import type { Place, PlacedNode, TreeNode } from "./merkle";

/** Nodes of the stored tree in the order asked for, in one query. Throws when one is missing: the store is damaged. */
export async function storedNodes(tx: Tx, places: readonly Place[]): Promise<TreeNode[]> {
  if (places.length === 0) return [];
  const levels = places.map(({ level }) => level);
  const indexes = places.map(({ index }) => BigInt(index));
  const rows = await tx.$queryRaw<{ hash: string | null }[]>`
    SELECT coalesce(n.hash, l."leafHash") AS hash
    FROM unnest(${levels}::int[], ${indexes}::bigint[]) WITH ORDINALITY AS asked(level, index, place)
    LEFT JOIN log_node n ON n.level = asked.level AND n.index = asked.index
    LEFT JOIN log_leaf l ON asked.level = 0 AND l.index = asked.index
    ORDER BY asked.place`;
  return rows.map(({ hash }, at) => {
    if (hash === null) throw new Error(`The log lacks its node ${levels[at]}/${indexes[at]}.`);
    return Buffer.from(hash, "hex");
  });
}

/** Stores inner nodes that are complete. */
export async function storeNodes(tx: Tx, nodes: readonly PlacedNode[]): Promise<void> {
  if (nodes.length === 0) return;
  await tx.logNode.createMany({
    data: nodes.map(({ level, index, hash }) => ({
      level,
      index: BigInt(index),
      hash: Buffer.from(hash).toString("hex"),
    })),
  });
}
