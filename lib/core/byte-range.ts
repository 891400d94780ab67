/** The part of a body that was asked for: first and last byte; `whole` when all of it goes; `none` when there is no such part. */
export type ByteRange = { kind: "part"; first: number; last: number } | { kind: "whole" } | { kind: "none" };

/**
 * Reads a Range header for a body of `size` bytes. One range of bytes is a part; several, another unit or bad grammar are
 * answered with the whole, as a server may (RFC 9110 §14.2).
 */
export function readByteRange(header: string | null, size: number): ByteRange {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return { kind: "whole" };
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? { kind: "none" } : { kind: "part", first: size - length, last: size - 1 };
  }
  const [first, last] = [Number(from), to === "" ? size - 1 : Math.min(Number(to), size - 1)];
  if (to !== "" && Number(to) < first) return { kind: "whole" };
  return first >= size ? { kind: "none" } : { kind: "part", first, last };
}
