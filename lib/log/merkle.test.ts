import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendLeaf, emptyFrontier, frontierRoot, leafHash, treeHash } from "./merkle";
import type { TreeNode } from "./merkle";
import { consistencyProof, inclusionProof } from "./fixtures/proofs-over-leaves";
import { verifyConsistency, verifyInclusion } from "./fixtures/verify-proofs";

/** The eight entries and roots of the Certificate Transparency reference tests. */
const ctEntries = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const ctRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const ctLeaves = ctEntries.map((entry) => leafHash(Buffer.from(entry, "hex")));
const hex = (node: Uint8Array) => Buffer.from(node).toString("hex");

/** The recursion of RFC 6962 section 2.1, word for word, over entries. */
function naive(entries: Uint8Array[]): Buffer {
  const sha256 = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Buffer.of(0), entries[0]!);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha256(Buffer.of(1), naive(entries.slice(0, k)), naive(entries.slice(k)));
}

const entryList = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 });
const filledList = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 });
const flip = (node: TreeNode) => Uint8Array.from(node, (byte, index) => (index === 7 ? byte ^ 4 : byte));

describe("treeHash", () => {
  it.each(ctRoots.map((root, size) => [size, root] as const))("of %i known entries is %s", (size, root) => {
    expect(hex(treeHash(ctLeaves.slice(0, size)))).toBe(root);
  });

  it("equals the recursion of RFC 6962, also when grown leaf by leaf", () => {
    fc.assert(
      fc.property(entryList, (entries) => {
        const leaves = entries.map(leafHash);
        const frontier = leaves.reduce(appendLeaf, emptyFrontier);
        expect(hex(treeHash(leaves))).toBe(hex(naive(entries)));
        expect(hex(frontierRoot(frontier))).toBe(hex(naive(entries)));
        expect(frontier.size).toBe(entries.length);
      }),
    );
  });
});

describe("inclusion", () => {
  it("of leaf 0 in the eight known entries is the known path", () => {
    expect(inclusionProof(ctLeaves, 0).map(hex)).toEqual([
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]);
  });

  it("is proved for every leaf of every tree, and for no other leaf, place, size or root", () => {
    fc.assert(
      fc.property(filledList, fc.nat(), (entries, pick) => {
        const leaves = entries.map((entry, seq) => leafHash(Buffer.concat([Buffer.of(seq), entry])));
        const [index, size] = [pick % leaves.length, leaves.length];
        const root = treeHash(leaves);
        const proof = inclusionProof(leaves, index);
        const leaf = leaves[index]!;
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);
        expect(verifyInclusion(flip(leaf), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, proof, flip(root))).toBe(false);
        expect(verifyInclusion(leaf, index, size, [...proof, leaf], root)).toBe(false);
        for (let other = 0; other < size; other++) {
          if (other !== index) expect(verifyInclusion(leaf, other, size, proof, root)).toBe(false);
        }
        proof.forEach((node, at) => {
          expect(verifyInclusion(leaf, index, size, proof.with(at, flip(node)), root)).toBe(false);
          expect(verifyInclusion(leaf, index, size, proof.toSpliced(at, 1), root)).toBe(false);
        });
      }),
    );
  });

  it("refuses odd numbers and odd nodes without throwing", () => {
    const root = treeHash(ctLeaves);
    const proof = inclusionProof(ctLeaves, 0);
    for (const [index, size] of [
      [-1, 8],
      [8, 8],
      [0.5, 8],
      [0, Number.NaN],
      [0, 0],
    ] as const) {
      expect(verifyInclusion(ctLeaves[0]!, index, size, proof, root)).toBe(false);
    }
    expect(verifyInclusion(ctLeaves[0]!, 0, 8, [new Uint8Array(31), ...proof.slice(1)], root)).toBe(false);
    expect(() => inclusionProof(ctLeaves, 8)).toThrow(RangeError);
    expect(() => inclusionProof([], 0)).toThrow(RangeError);
  });
});

describe("consistency", () => {
  it("from 1 to 8 known entries is the known proof", () => {
    expect(consistencyProof(ctLeaves, 1).map(hex)).toEqual(inclusionProof(ctLeaves, 0).map(hex));
    expect(consistencyProof(ctLeaves, 8)).toEqual([]);
    expect(consistencyProof(ctLeaves, 6).map(hex)).toEqual([
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]);
  });

  it("is proved for every earlier size, and for no changed history", () => {
    fc.assert(
      fc.property(filledList, fc.nat(), (entries, pick) => {
        const leaves = entries.map(leafHash);
        const [oldSize, size] = [(pick % leaves.length) + 1, leaves.length];
        const [oldRoot, root] = [treeHash(leaves.slice(0, oldSize)), treeHash(leaves)];
        const proof = consistencyProof(leaves, oldSize);
        expect(verifyConsistency(oldSize, size, oldRoot, root, proof)).toBe(true);
        expect(verifyConsistency(oldSize, size, flip(oldRoot), root, proof)).toBe(false);
        expect(verifyConsistency(oldSize, size, oldRoot, flip(root), proof)).toBe(false);
        expect(verifyConsistency(oldSize, size, oldRoot, root, [...proof, root])).toBe(false);
        proof.forEach((node, at) => {
          expect(verifyConsistency(oldSize, size, oldRoot, root, proof.with(at, flip(node)))).toBe(false);
          expect(verifyConsistency(oldSize, size, oldRoot, root, proof.toSpliced(at, 1))).toBe(false);
        });
        const rewritten = [leafHash(Buffer.from("rewritten")), ...leaves.slice(1)];
        const forged = consistencyProof(rewritten, oldSize);
        expect(verifyConsistency(oldSize, size, oldRoot, treeHash(rewritten), forged)).toBe(false);
      }),
    );
  });

  it("lets every log begin with nothing, and none shrink", () => {
    const root = treeHash(ctLeaves);
    expect(verifyConsistency(0, 8, treeHash([]), root, [])).toBe(true);
    expect(verifyConsistency(0, 8, root, root, [])).toBe(false);
    expect(verifyConsistency(8, 7, root, treeHash(ctLeaves.slice(0, 7)), [])).toBe(false);
    expect(() => consistencyProof(ctLeaves, 0)).toThrow(RangeError);
    expect(() => consistencyProof(ctLeaves, 9)).toThrow(RangeError);
  });
});
