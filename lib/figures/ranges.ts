import type { Amount } from "./amounts";
import { scaled } from "./numerals";
import type { DraftFigure } from "./parse-figures";

const JOIN = /^(?:\s?[-–—]\s?| to | through | up to | and | or )$/u;
/** "Rose from 5 to 7 million" states two amounts, not a range. */
const CHANGE =
  /\b(?:rose|risen|rising|rise|fell|fallen|falling|fall|grew|grown|growing|increas\w+|decreas\w+|declin\w+|dropp?\w*|jump\w*|climb\w*|cut|soar\w*|plung\w*|shr[aiu]nk\w*|slid\w*|surg\w*|went|raised|lowered|reduced|expand\w*|up|down)\b[^.;]{0,40}$/i;

/**
 * Turns amounts into drafts, joining two neighbours that name one range: "between 5 and 7 million roubles", "$5–7
 * million", "5 to 7 per cent". Amounts without a measure of their own only count as the first half of a range.
 */
export function mergeRanges(text: string, amounts: Amount[]): DraftFigure[] {
  const drafts: DraftFigure[] = [];
  for (let index = 0; index < amounts.length; index += 1) {
    const first = amounts[index];
    const second = amounts[index + 1];
    if (!first) continue;
    const range = second ? rangeOf(text, first, second) : null;
    if (range) {
      drafts.push(range);
      index += 1;
    } else if (first.measure !== "") {
      const { start, end, value, measure, unit, counted } = first;
      drafts.push({ start, end, low: value, high: value, bound: "exact", measure, unit, counted });
    }
  }
  return drafts;
}

function rangeOf(text: string, first: Amount, second: Amount): DraftFigure | null {
  if (second.measure === "") return null;
  const gapStart = first.measure === "" || second.start < first.end ? first.token.end : first.end;
  const join = JOIN.exec(text.slice(Math.min(gapStart, second.start), second.start))?.[0];
  if (join === undefined) return null;
  const before = text.slice(Math.max(0, first.start - 60), first.start);
  const lead = /\b(between|from|anywhere from|anywhere between) $/i.exec(before)?.[1]?.toLowerCase();
  if (join === " and " && !lead?.endsWith("between")) return null;
  if (join === " or " && !(second.value - first.value === 1)) return null;
  if (lead?.endsWith("from") && CHANGE.test(before.slice(0, -lead.length - 1))) return null;
  if (!isSameUnit(first, second)) return null;
  const low = lowEnd(first, second);
  if (!(low < second.value)) return null;
  const start = lead ? first.start - lead.length - 1 : first.start;
  const { end, counted } = second;
  const { measure, unit } = first.measure === "money" ? first : second;
  return { start, end, low, high: second.value, bound: "range", measure, unit, counted };
}

function isSameUnit(first: Amount, second: Amount): boolean {
  if (first.measure === "" || first.measure === second.measure)
    return first.unit === null || first.unit === second.unit || first.measure === "count";
  // "$5–7 million" reads the second half as a bare count.
  return first.measure === "money" && second.measure === "count" && second.unit === null;
}

/** "5 to 7 million" means 5 million; "500,000 to 1 million" means what it says. */
function lowEnd(first: Amount, second: Amount): number {
  const isScaled = second.token.hasScale || second.value !== second.token.value;
  const isOwn = first.token.hasScale || first.value !== first.token.value;
  if (!isScaled || isOwn || first.value >= 1000 || second.token.digits === "") return first.value;
  const written = Number(second.token.digits.replaceAll(",", ""));
  return written > 0 ? scaled(first.value, second.value / written) : first.value;
}

/** "More than 100 and fewer than 300": two bounds of one thing are one range. */
export function mergeBounds(text: string, drafts: DraftFigure[]): DraftFigure[] {
  const merged: DraftFigure[] = [];
  for (const draft of drafts) {
    const previous = merged[merged.length - 1];
    const both = previous ? boundsOf(text, previous, draft) : null;
    if (both) merged[merged.length - 1] = both;
    else merged.push(draft);
  }
  return merged;
}

function boundsOf(text: string, first: DraftFigure, second: DraftFigure): DraftFigure | null {
  const isOpposite =
    (first.bound === "at-least" && second.bound === "at-most") ||
    (first.bound === "at-most" && second.bound === "at-least");
  if (!isOpposite || !/^,? (?:and|but) $/.test(text.slice(first.end, second.start))) return null;
  const low = first.low ?? second.low;
  const high = first.high ?? second.high;
  const isBare = first.measure === "count" && first.unit === null;
  const isSame = first.measure === second.measure && first.unit === second.unit;
  if (low === null || high === null || low >= high || !(isSame || isBare)) return null;
  return { ...second, start: first.start, low, high, bound: "range" };
}
