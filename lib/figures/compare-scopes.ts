import type { Figure } from "./figure";
import { findPlaces } from "./places";

/** A scope read for comparing. Roles keep "parts from Korea" apart from "cars sold in Russia". */
type ReadScope = {
  /** Places a thing is from or belongs to ("South Korean parts", "from China"). */
  origin: Set<string>;
  /** Places where it happens ("in Russia"). */
  location: Set<string>;
  products: Set<string>;
  rate: string | null;
};

/** Words for the same things in trade news. */
const SAME_PRODUCTS: Record<string, string> = {
  component: "part",
  components: "part",
  parts: "part",
  part: "part",
  "spare parts": "part",
  car: "car",
  cars: "car",
  vehicle: "car",
  vehicles: "car",
  automobiles: "car",
  autos: "car",
  revenue: "revenue",
  revenues: "revenue",
  sales: "sale",
  troops: "soldier",
  soldiers: "soldier",
  servicemen: "soldier",
  people: "person",
  persons: "person",
  person: "person",
  inhabitants: "person",
  residents: "person",
};
/** Too general to tell two scopes apart. */
const GENERAL = new Set(
  "total value goods products items all worth share proportion our its their the other".split(" "),
);

/** The common name of a noun: singular, with synonyms joined. */
export function productName(word: string): string {
  const lower = word.toLowerCase();
  return SAME_PRODUCTS[lower] ?? lower.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");
}

function readScope(figure: Figure): ReadScope {
  const read: ReadScope = { origin: new Set(), location: new Set(), products: new Set(), rate: null };
  for (const item of figure.scope) {
    if (/^(?:per \p{L}+|cumulative|total)$/u.test(item)) {
      if (item !== "total") read.rate = item;
      continue;
    }
    const places = findPlaces(item);
    const isName = places.some(({ start, end }) => start === 0 && end === item.length);
    const isPlaceOnly = /^(?:from|to|across|for|in) /.test(item) || (isName && !/n$|ese$|ish$/.test(item));
    const isOrigin = item.startsWith("from ") || !isPlaceOnly;
    for (const { place } of places) (isOrigin ? read.origin : read.location).add(place);
    if (!isPlaceOnly) addProducts(read.products, item, places);
  }
  return read;
}

function addProducts(products: Set<string>, item: string, places: { start: number; end: number }[]): void {
  let rest = item;
  for (const { start, end } of [...places].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  for (const group of rest.split(/ and |, /)) {
    const head = group.match(/\p{L}{3,}/gu)?.at(-1);
    if (head && !GENERAL.has(head.toLowerCase())) products.add(productName(head));
  }
}

const isSubset = (a: Set<string>, b: Set<string>) => [...a].every((item) => b.has(item));
const isSame = (a: Set<string>, b: Set<string>) => isSubset(a, b) && isSubset(b, a);
const PLACES_NAMED_MAX = 3;

/** "all countries", "South Korea", "several countries (South Korea, China, India and 3 more)". */
function placesInWords(places: Set<string>): string {
  if (places.has("*")) return "all countries";
  const names = [...places];
  if (names.length === 1) return names[0] ?? "";
  const more = names.length - PLACES_NAMED_MAX;
  const listed = names.slice(0, PLACES_NAMED_MAX).join(", ");
  return `several countries (${listed}${more > 0 ? ` and ${more} more` : ""})`;
}

const quoted = (figure: Figure) =>
  figure.scope
    .filter((item) => !/^(?:per |cumulative$|total$)/.test(item))
    .map((item) => `“${item}”`)
    .join(", ");

/**
 * How what two figures cover differs, in words ("all countries against South Korea"), or null when nothing stated tells
 * them apart. The wider one is named first.
 */
export function scopeDifference(a: Figure, b: Figure): string | null {
  const first = readScope(a);
  const second = readScope(b);
  for (const role of ["origin", "location"] as const) {
    const [one, other] = [first[role], second[role]];
    if (one.size === 0 || other.size === 0 || isSame(one, other)) continue;
    const [wide, narrow] = one.has("*") || one.size > other.size ? [one, other] : [other, one];
    return `${placesInWords(wide)} against ${placesInWords(narrow)}`;
  }
  const isOneNamed = first.origin.size > 0 !== second.origin.size > 0;
  if (isOneNamed && first.products.size > 0 && second.products.size > 0) {
    const [narrow, wide] = first.origin.size > 0 ? [first, b] : [second, a];
    return `${quoted(wide)} without a country against ${placesInWords(narrow.origin)} only`;
  }
  const isDisjoint =
    first.products.size > 0 && second.products.size > 0 && !isSame(first.products, second.products);
  return isDisjoint && a.measure !== "count" ? `${quoted(a)} against ${quoted(b)}` : null;
}

/** How the rates differ ("per year" against a total), in words, or null. Nothing said is no cumulative amount. */
export function rateDifference(a: Figure, b: Figure): string | null {
  const [first, second] = [readScope(a).rate, readScope(b).rate];
  if (first === second) return null;
  if (first && second) return `one is ${rateWords(first)}, the other ${rateWords(second)}`;
  const stated = first ?? second ?? "";
  return stated === "cumulative"
    ? null
    : `one is ${rateWords(stated)}, the other does not say so; a rate is not a total`;
}

const rateWords = (rate: string) => (rate === "cumulative" ? "a running total" : rate);
