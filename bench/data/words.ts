import { createHash } from "node:crypto";
import type pg from "pg";

const nouns =
  "harbour council ferry budget school bridge tunnel minister river factory hospital airport railway market forest museum library stadium police army border bank union farm coast valley island dam reactor pipeline refinery tower castle orchestra election census festival strike drought flood storm harvest virus vaccine satellite turbine quarry brewery prison archive bakery cinema depot garden hotel inquiry jury kitchen laboratory mill nursery orchard parade quay reservoir shipyard tram university vineyard warehouse theatre".split(
    " ",
  );
const verbs =
  "bought sold closed opened doubled halved lost found built cut raised lowered moved hired paid owed repaired flooded painted insured counted planted exported imported".split(
    " ",
  );
const beginnings =
  "Ash Barn Cald Dun Elm Fair Glen Hart Ingle Kell Lang Mor North Oak Pem Rath Sel Thorn Ul Wen".split(" ");
const endings =
  "bridge bury by combe dale ford ham hurst ley mere mouth ness port stead stoke ton wick worth".split(" ");
const firstNames =
  "Ada Bruno Clara Dmitri Elif Farid Greta Hugo Ines Jonas Kira Leon Mila Nora Oskar Petra Quentin Rosa Stefan Tomas Una Viktor Wanda Yusuf Zora".split(
    " ",
  );

export const topics = nouns.slice(0, 40);
export const places = beginnings.flatMap((one) => endings.map((two) => one + two));
const surnames = places.slice(0, 240);

/** A whole number from 0 to `of` - 1 that depends on nothing but its arguments (the finaliser of MurmurHash3). */
export function pick(n: number, of: number, salt: number): number {
  let h = Math.imul(n ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  return (h >>> 0) % of;
}

/** Like `pick`, small numbers far more often than large ones: words, topics and people are not used evenly. */
export function pickFew(n: number, of: number, salt: number): number {
  const even = pick(n, 1_000_000, salt) / 1_000_000;
  return Math.floor(of * even * even * even);
}

export const personName = (n: number): string =>
  `${firstNames[pick(n, firstNames.length, 90)]} ${surnames[pickFew(n, surnames.length, 91)]}`;

/** A sentence without its stop, made of letters, digits and blanks only, so that its words can be told without a parser. */
export function sentence(n: number, salt: number): string {
  const noun = (s: number) => nouns[pickFew(n, nouns.length, salt + s)];
  const place = places[pick(n, places.length, salt + 3)];
  const verb = verbs[pick(n, verbs.length, salt + 4)];
  const amount = 1 + pickFew(n, 90_000, salt + 5);
  return `The ${noun(1)} ${noun(2)} of ${place} ${verb} ${amount} ${noun(6)} units for the ${noun(7)} in ${2005 + pick(n, 20, salt + 8)}`;
}

/** What a claim's two derived columns are made of, as `to_tsvector` and `claim_likeness` make them, at a hundredth of their cost. */
export type Stems = { vector: (text: string) => string; likeness: (text: string) => string };

/** The stems of every word that `sentence` and `personName` use, asked of PostgreSQL once. */
export async function readStems(client: pg.Client): Promise<Stems> {
  const words = [
    ...new Set([..."the of for in units".split(" "), ...nouns, ...verbs, ...places, ...firstNames]),
  ].map((word) => word.toLowerCase());
  const { rows } = await client.query<{ word: string; stem: string | null }>(
    "SELECT w AS word, (tsvector_to_array(to_tsvector('english', w)))[1] AS stem FROM unnest($1::text[]) w",
    [words],
  );
  const stems = new Map(rows.map(({ word, stem }) => [word, stem]));
  const stemOf = (word: string) => (/^\d/.test(word) ? word : (stems.get(word.toLowerCase()) ?? null));
  return { vector: (text) => vectorOf(text, stemOf), likeness: (text) => likenessOf(text, stemOf) };
}

type StemOf = (word: string) => string | null;

function vectorOf(text: string, stemOf: StemOf): string {
  const places = new Map<string, string>();
  text.split(" ").forEach((word, index) => {
    const stem = stemOf(word);
    const before = stem === null ? undefined : places.get(stem);
    if (stem !== null) places.set(stem, before ? `${before},${index + 1}` : String(index + 1));
  });
  return [...places].map(([stem, at]) => `'${stem}':${at}`).join(" ");
}

const prime = 2147483647n;
const minima = new Map<string, Float64Array>();

/** The 24 hashes of one stem, as the migration `queue` computes them. */
function hashesOf(stem: string): Float64Array {
  const known = minima.get(stem);
  if (known) return known;
  const hash = BigInt(`0x${createHash("md5").update(stem).digest("hex").slice(0, 8)}`) & prime;
  const made = Float64Array.from({ length: 24 }, (_, index) => {
    const n = BigInt(index + 1);
    return Number((hash * ((n * 1103515245n) % prime) + n * 12345n) % prime);
  });
  minima.set(stem, made);
  return made;
}

function likenessOf(text: string, stemOf: StemOf): string {
  const least = new Float64Array(24).fill(Number.POSITIVE_INFINITY);
  for (const word of text.split(" ")) {
    const stem = stemOf(word);
    if (stem === null) continue;
    const hashes = hashesOf(stem);
    for (let n = 0; n < 24; n += 1) if (hashes[n]! < least[n]!) least[n] = hashes[n]!;
  }
  const keys = new Set<number>();
  for (let n = 0; n < 24; n += 2)
    keys.add(((n + 1) * 48271 + least[n]! * 31 + least[n + 1]! * 17) % 2147483647);
  return `{${[...keys].join(",")}}`;
}
