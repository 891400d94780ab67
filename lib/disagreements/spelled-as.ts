import { isDenied } from "../figures/denials";
import type { Figure } from "../figures/figure";
import { parseFigures } from "../figures/parse-figures";
import { findPlaces } from "../figures/places";
import { westernDigits } from "../figures/western-digits";
import { offsetMap } from "../quotes/code-points";

/** A stretch of a text, and how the other text writes the same: where it has no other way, `as` is `own`. */
export type Spelling = { own: string; as: string };

/** Names of one person or organisation, each list a known one. */
export type OtherNames = readonly (readonly string[])[];

/** UTF-16 units of a text. */
type Span = { start: number; end: number; as: string };

/**
 * Cuts a text into stretches, each as the other text writes it: a number whose unit only one of them states ("$42", "42"),
 * digits of another script ("٤٢", "42"), and a name that the other calls by another known one ("EU", "European Union"). Joined, `own` is the text.
 */
export function spelledAs(text: string, other: string, names: OtherNames = []): Spelling[] {
  if (text === other) return [{ own: text, as: text }];
  const spans = [
    ...alikeFigures(text, other),
    ...alikeDigits(text, other),
    ...alikePlaces(text, other),
    ...alikeNames(text, other, names),
  ];
  const spellings: Spelling[] = [];
  let at = 0;
  for (const { start, end, as } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    if (start > at) spellings.push(same(text.slice(at, start)));
    spellings.push({ own: text.slice(start, end), as });
    at = end;
  }
  if (at < text.length) spellings.push(same(text.slice(at)));
  return spellings;
}

const same = (own: string): Spelling => ({ own, as: own });

/** The text as the other writes what both say. */
export function asOther(spellings: readonly Spelling[]): string {
  return spellings.map(({ as }) => as).join("");
}

type Amount = Omit<Figure, "id">;

/** Figures of the text that the other gives too, the unit stated by one of the two only or the same, but written in another way. */
function alikeFigures(text: string, other: string): Span[] {
  const there = parseFigures(other);
  const map = offsetMap(text);
  return parseFigures(text).flatMap((figure) => {
    const twins = there.filter((one) => isSameAmount(one, figure));
    const twin = twins[0];
    if (!twin || twins.some(({ verbatim }) => verbatim === figure.verbatim)) return [];
    return [{ start: map.toUtf16(figure.start), end: map.toUtf16(figure.end), as: twin.verbatim }];
  });
}

/** What one of the two denies is another statement, and only a currency may go without saying: "42 percent" is not "42". */
function isSameAmount(a: Amount, b: Amount): boolean {
  const [one, other] = a.unit === null ? [b, a] : [a, b];
  const isSameUnit = a.unit === b.unit || (other.unit === null && one.measure === "money");
  const isSameNumber = a.low !== null && a.low === b.low && a.high === b.high && a.bound === b.bound;
  return isSameNumber && isSameUnit && isDenied(a) === isDenied(b);
}

/** Numbers of the text that the other writes in the digits of another script. */
function alikeDigits(text: string, other: string): Span[] {
  const numbers = /\p{Nd}+/gu;
  const there = (other.match(numbers) ?? []).map((digits) => [westernDigits(digits), digits] as const);
  return [...text.matchAll(numbers)].flatMap(({ 0: digits, index: start }) => {
    const twins = there.filter(([value]) => value === westernDigits(digits));
    const [twin] = twins;
    if (!twin || twins.some(([, written]) => written === digits)) return [];
    return [{ start, end: start + digits.length, as: twin[1] }];
  });
}

const abbreviation = /^(?:\p{Lu}\.?){2,}$/u;

/** Places that one of the two texts abbreviates: "EU" for the European Union. Gaza is no other word for the West Bank. */
function alikePlaces(text: string, other: string): Span[] {
  const there = placesOf(other);
  return placesOf(text).flatMap(({ place, start, end, name }) => {
    const named = there.filter((one) => one.place === place);
    const twin = named.find((one) => abbreviation.test(one.name) !== abbreviation.test(name));
    return twin && named.every((one) => one.name !== name) ? [{ start, end, as: twin.name }] : [];
  });
}

function placesOf(text: string): { place: string; start: number; end: number; name: string }[] {
  return findPlaces(text).map(({ place, start, end }) => {
    const bare = /^(?:the )?(.*?)(?:['’]s)?$/u.exec(text.slice(start, end))!;
    const from = start + bare[0].indexOf(bare[1]!);
    return { place, start: from, end: from + bare[1]!.length, name: bare[1]! };
  });
}

/** Names of the text that the other does not have, where it has another name of the same person or organisation. */
function alikeNames(text: string, other: string, names: OtherNames): Span[] {
  return names.flatMap((group) => {
    const twin = group.find((name) => placesOfName(other, name).length > 0);
    if (twin === undefined) return [];
    return group
      .filter((name) => name !== twin && placesOfName(other, name).length === 0)
      .flatMap((name) =>
        placesOfName(text, name).map((start) => ({ start, end: start + name.length, as: twin })),
      );
  });
}

/** Ends in a capitalised word: what follows is the rest of a longer name, but after an article. */
const nameBefore = /(?<![\p{L}\p{N}])(?!(?:The|An?) $)\p{Lu}[\p{L}\p{N}]* $/u;
const nameAfter = /^ \p{Lu}/u;

/** Where a name stands in a text as a whole: "Kim" is none of "Kim Yo Jong". */
function placesOfName(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); name !== "" && at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
    const isWhole = !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
    if (isWhole && !nameBefore.test(before) && !nameAfter.test(after)) found.push(at);
  }
  return found;
}
