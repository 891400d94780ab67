import { describe, expect, it } from "vitest";
import { cutIntoPieces, piecesOf } from "./pieces";

describe("a part of a file in pieces of ten bytes", () => {
  it.each([
    ["the first byte", 0, 0, [[0, 0, 1]]],
    ["inside one piece", 3, 6, [[0, 3, 7]]],
    ["one whole piece", 10, 19, [[1, 0, 10]]],
    ["the last byte of a piece", 9, 9, [[0, 9, 10]]],
    [
      "over one border",
      9,
      10,
      [
        [0, 9, 10],
        [1, 0, 1],
      ],
    ],
    [
      "over several",
      5,
      32,
      [
        [0, 5, 10],
        [1, 0, 10],
        [2, 0, 10],
        [3, 0, 3],
      ],
    ],
    ["none of it", 4, 3, []],
  ])("stands where it was put: %s", (_, first, last, expected) => {
    expect(piecesOf(first, last, 10).map(({ number, from, to }) => [number, from, to])).toEqual(expected);
  });
});

async function* comingAs(...lengths: number[]): AsyncGenerator<Uint8Array> {
  let next = 0;
  for (const length of lengths) yield Uint8Array.from({ length }, () => (next += 1));
}

describe("bytes that come in chunks", () => {
  it.each([
    ["nothing", [], []],
    ["empty chunks", [0, 0], []],
    ["less than a piece", [3], [3]],
    ["exactly a piece", [4, 6], [10]],
    ["a byte more", [11], [10, 1]],
    ["one large chunk", [35], [10, 10, 10, 5]],
    ["many small ones", [1, 2, 3, 4, 5, 6, 7], [10, 10, 8]],
  ])("become full pieces and what is left, in order: %s", async (_, lengths, expected) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of cutIntoPieces(comingAs(...lengths), 10)) pieces.push(Uint8Array.from(piece));
    expect(pieces.map(({ length }) => length)).toEqual(expected);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    expect(pieces.flatMap((piece) => [...piece])).toEqual(Array.from({ length: total }, (_, n) => n + 1));
  });
});
