/** Bytes of a piece in which a recording is kept; the last one holds what is left. The database says the same. */
export const pieceBytes = 1_048_576;

/** A part of one piece: from its byte `from` up to, not including, `to`. */
export type PiecePart = { number: number; from: number; to: number };

/** Where the bytes `first` to `last` (both included) of a file stand in its pieces, in order. */
export function piecesOf(first: number, last: number, size = pieceBytes): PiecePart[] {
  const parts: PiecePart[] = [];
  for (let at = first; at <= last;) {
    const number = Math.floor(at / size);
    const begin = number * size;
    const to = Math.min(last + 1 - begin, size);
    parts.push({ number, from: at - begin, to });
    at = begin + to;
  }
  return parts;
}

/**
 * Bytes that come in chunks of any length, as full pieces and what is left; nothing for nothing. All pieces are made in one
 * place: each holds until the next is asked for.
 */
export async function* cutIntoPieces(
  chunks: AsyncIterable<Uint8Array>,
  size = pieceBytes,
): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + size - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < size) continue;
      yield piece;
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
