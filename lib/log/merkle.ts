import { createHash } from "node:crypto";

/** A 32-byte SHA-256 node of the tree. */
export type TreeNode = Uint8Array;

/** Right-sized full subtrees of a growing log, largest first: all a sealer needs to append and to know the root. */
export type Frontier = { size: number; nodes: readonly TreeNode[] };

/** A full subtree: `level` 0 is a leaf, and it covers the leaves `index · 2^level` up to `(index + 1) · 2^level`. */
export type Place = { level: number; index: number };
export type PlacedNode = Place & { hash: TreeNode };

export const emptyFrontier: Frontier = { size: 0, nodes: [] };

/** RFC 6962 section 2.1: SHA-256 of 0x00 and the entry. The first byte keeps leaves and inner nodes apart. */
export function leafHash(entry: Uint8Array): TreeNode {
  return createHash("sha256").update(Uint8Array.of(0)).update(entry).digest();
}

/** RFC 6962 section 2.1: SHA-256 of 0x01, the left and the right node. */
function nodeHash(left: TreeNode, right: TreeNode): TreeNode {
  return createHash("sha256").update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** The tree hash over leaf hashes in order (RFC 6962 section 2.1); of no leaves it is the SHA-256 of nothing. */
export function treeHash(leaves: readonly TreeNode[]): TreeNode {
  return frontierRoot(leaves.reduce(appendLeaf, emptyFrontier));
}

/** The frontier with one leaf more, in O(log n), and the inner nodes that this leaf completes, lowest first. */
export function growTree(
  frontier: Frontier,
  leaf: TreeNode,
): { frontier: Frontier; completed: PlacedNode[] } {
  const nodes = [...frontier.nodes];
  const completed: PlacedNode[] = [];
  let node = leaf;
  let [level, index] = [0, frontier.size];
  // As many full subtrees close as the size has trailing ones in binary.
  while (index % 2 === 1) {
    node = nodeHash(nodes.pop() as TreeNode, node);
    [level, index] = [level + 1, half(index)];
    completed.push({ level, index, hash: node });
  }
  return { frontier: { size: frontier.size + 1, nodes: [...nodes, node] }, completed };
}

/** The frontier with one leaf more. */
export function appendLeaf(frontier: Frontier, leaf: TreeNode): Frontier {
  return growTree(frontier, leaf).frontier;
}

/** The tree hash of a frontier. */
export function frontierRoot({ nodes }: Frontier): TreeNode {
  if (nodes.length === 0) return createHash("sha256").digest();
  return nodes.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two smaller than `size` (size ≥ 2). Division, not shifts: a log may pass 2³¹ entries. */
export function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function half(value: number): number {
  return Math.floor(value / 2);
}
