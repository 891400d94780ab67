import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consistencyProof, inclusionProof } from "./fixtures/proofs-over-leaves";
import { emptyFrontier, growTree, leafHash, treeHash } from "./merkle";
import type { Place, TreeNode } from "./merkle";
import { consistencyPlaces, hashOver, inclusionPlaces, placesIn } from "./stored-tree";

const keyOf = ({ level, index }: Place) => `${level}/${index}`;
const hex = (node: TreeNode) => Buffer.from(node).toString("hex");

/** What a sealer has stored after these leaves. */
function storedTree(leaves: TreeNode[]) {
  const stored = new Map<string, TreeNode>();
  let frontier = emptyFrontier;
  leaves.forEach((leaf, index) => {
    stored.set(keyOf({ level: 0, index }), leaf);
    const grown = growTree(frontier, leaf);
    for (const node of grown.completed) stored.set(keyOf(node), node.hash);
    frontier = grown.frontier;
  });
  const read = (places: Place[]) => hashOver(places.map((place) => stored.get(keyOf(place))!));
  return { read, size: stored.size };
}

const logs = fc
  .array(fc.uint8Array({ maxLength: 4 }), { minLength: 1, maxLength: 140 })
  .map((entries) => entries.map(leafHash));

describe("proofs from stored nodes", () => {
  it("are those of RFC 6962 over all leaves, for every leaf, earlier size and size", () => {
    fc.assert(
      fc.property(logs, fc.nat(), fc.nat(), (leaves, pick, pickSize) => {
        const { read } = storedTree(leaves);
        // A proof may be asked for against an older head than the newest leaf.
        const size = (pickSize % leaves.length) + 1;
        const head = leaves.slice(0, size);
        const index = pick % size;
        expect(inclusionPlaces(index, size).map(read).map(hex)).toEqual(inclusionProof(head, index).map(hex));
        const oldSize = (pick % size) + 1;
        expect(consistencyPlaces(oldSize, size).map(read).map(hex)).toEqual(
          consistencyProof(head, oldSize).map(hex),
        );
        expect(hex(read(placesIn({ start: 0, end: size })))).toBe(hex(treeHash(head)));
      }),
      { numRuns: 300 },
    );
  });

  it("need a number of nodes that grows with the logarithm of the log, and no more than one inner node a leaf is stored", () => {
    const size = 1_000_003;
    expect(inclusionPlaces(777_777, size).flat().length).toBeLessThanOrEqual(40);
    expect(consistencyPlaces(777_777, size).flat().length).toBeLessThanOrEqual(40);
    const leaves = Array.from({ length: 64 }, (_, n) => leafHash(Buffer.from([n])));
    expect(storedTree(leaves).size).toBe(127);
  });

  it.each([
    [-1, 5],
    [5, 5],
    [0.5, 5],
    [0, Number.NaN],
  ])("refuse leaf %s of %s", (index, size) => {
    expect(() => inclusionPlaces(index, size)).toThrow(RangeError);
  });

  it.each([
    [0, 5],
    [6, 5],
    [1.5, 5],
  ])("refuse the earlier size %s of %s", (oldSize, size) => {
    expect(() => consistencyPlaces(oldSize, size)).toThrow(RangeError);
  });
});
