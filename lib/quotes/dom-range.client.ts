/**
 * Between a DOM selection and offsets in code points over `fullText`. Elements carry `data-start`, the offset of
 * their first character; they may hold further elements, with or without an offset of their own. What stands in the
 * page but not in the text (labels of marks) carries `data-not-text`.
 */

export type CodePointRange = { start: number; end: number };

type TextPlace = { node: Text; start: number };

/** The part of `range` inside `root` as half-open code-point offsets, or `null` when it touches no text of it. */
export function readRange(root: Element, range: Range): CodePointRange | null {
  let start: number | null = null;
  let end: number | null = null;
  for (const { node, start: nodeStart } of textPlaces(root)) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    if (to <= from) continue;
    start ??= nodeStart + countCodePoints(node.data.slice(0, from));
    end = nodeStart + countCodePoints(node.data.slice(0, to));
  }
  return start === null || end === null ? null : { start, end };
}

/** The DOM range that shows `start` to `end`, or `null` when these characters are not on the page. */
export function findRange(root: Element, { start, end }: CodePointRange): Range | null {
  let from: { node: Text; offset: number } | null = null;
  let to: { node: Text; offset: number } | null = null;
  for (const place of textPlaces(root)) {
    const length = countCodePoints(place.node.data);
    const last = place.start + length;
    if (!from && last > start && place.start < end) {
      from = { node: place.node, offset: utf16Offset(place.node.data, Math.max(0, start - place.start)) };
    }
    if (from && place.start < end && last > start) {
      to = { node: place.node, offset: utf16Offset(place.node.data, Math.min(length, end - place.start)) };
    }
  }
  if (!from || !to) return null;
  const range = root.ownerDocument.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** Every text node under an offset, in document order, with the offset of its first character. */
function* textPlaces(root: Element): Generator<TextPlace> {
  const showText = 4;
  const walker = root.ownerDocument.createTreeWalker(root, showText);
  let owner: Element | null = null;
  let next = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent || parent.closest("[data-not-text]")) continue;
    const holder = parent.closest("[data-start]");
    if (!holder || !root.contains(holder)) continue;
    // Text after a nested holder goes on where that holder ended, so only a new inner holder starts the count again.
    if (holder !== owner && !(owner && holder.contains(owner)))
      next = Number(holder.getAttribute("data-start"));
    owner = holder;
    yield { node, start: next };
    next += countCodePoints(node.data);
  }
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function utf16Offset(text: string, codePoints: number): number {
  let offset = 0;
  let count = 0;
  for (const character of text) {
    if (count === codePoints) break;
    offset += character.length;
    count += 1;
  }
  return offset;
}
