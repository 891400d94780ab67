import fc from "fast-check";

/**
 * Texts, quotes and edits for the property tests of drift: news sentences in several scripts, with numbers side by
 * side, names, negations and quotation marks; passages that repeat; quotes at the edges of the document.
 */
export type Sample = { text: string; start: number; end: number };
export type Edited = Sample & { edited: string; what: string };

const names = [
  "Ann Roe",
  "Ivan Petrov",
  "Zoë Lund",
  "Kwame Osei",
  "Олена Коваль",
  "דנה לוי",
  "نور حداد",
  "Coast News",
];
const numbers = ["7", "34", "15.5", "1,200", "2018", "2023", "46.6", "0.5", "340", "٣٤"];
const units = ["million", "boats", "percent", "tonnes", "people", "млн", "🚢"];
const negations = ["not", "never", "no longer", "не", "לא"];
const verbs = ["bought", "sold", "imported", "denied", "купив", "קנה", "re\u0301pare"];

const sentence = fc
  .record({
    shape: fc.nat(6),
    name: fc.constantFrom(...names),
    other: fc.constantFrom(...names),
    number: fc.constantFrom(...numbers),
    next: fc.constantFrom(...numbers),
    unit: fc.constantFrom(...units),
    verb: fc.constantFrom(...verbs),
    negation: fc.constantFrom(...negations),
  })
  .map(
    ({ shape, name, other, number, next, unit, verb, negation }) =>
      [
        `${name} ${verb} at least $${number} ${unit} in ${next}.`,
        `“We did ${negation} sell ${number} ${unit},” ${name} told ${other}.`,
        `${name} ${negation} ${verb} ${number} ${next} ${number} ${unit}.`,
        `Between ${number} and ${next}, ${name} said, “it was ${number}”.`,
        `${name}’s ${unit} — ${number}, ${next} and ${number} — were ${negation} ${verb}!`,
        `Did ${name} say 'yes'? ${other} said: «${negation}».`,
        `${number} ${number} ${next}.`,
      ][shape]!,
  );

const joints = [" ", "\n", "\n\n", " \u00a0", "\u2003"];

/** Sentences, some of them again; the quote reaches over whole words of one sentence or several. */
export const samples: fc.Arbitrary<Sample> = fc
  .record({
    pool: fc.array(sentence, { minLength: 1, maxLength: 6 }),
    order: fc.array(fc.nat(5), { minLength: 1, maxLength: 9 }),
    joint: fc.constantFrom(...joints),
    from: fc.nat(),
    length: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
      fc.integer({ min: 7, max: 30 }),
    ),
  })
  .map(({ pool, order, joint, from, length }) => {
    const text = order.map((index) => pool[index % pool.length]!).join(joint);
    const words = [...text.matchAll(/\S+/gu)];
    const first = from % words.length;
    const last = Math.min(words.length - 1, first + length - 1);
    return { text, start: words[first]!.index, end: words[last]!.index + words[last]![0].length };
  });

/** A change that is no fold of the same words, at one place inside the passage; null when it has no such place. */
type Change = { what: string; find: RegExp; put: (found: string, pick: number) => string };
const changes: Change[] = [
  { what: "digit", find: /\d/gu, put: (found, pick) => String((Number(found) + 1 + (pick % 9)) % 10) },
  { what: "digit added", find: /\d/gu, put: (found, pick) => `${found}${pick % 10}` },
  { what: "decimal", find: /\d(?![\d.,])/gu, put: (found, pick) => `${found}.${1 + (pick % 9)}` },
  {
    what: "name",
    find: /Ann|Ivan|Zoë|Kwame|Roe|Lund|Osei|Coast|Олена|Коваль|דנה|لور|حداد/gu,
    put: (_, pick) => ["Eva", "Omar", "Ірина", "Roy"][pick % 4]!,
  },
  {
    what: "negation lost",
    find: /(?:\bnot|\bnever|\bno longer|(?<!\p{L})не(?!\p{L})|(?<!\p{L})לא(?!\p{L})) /gu,
    put: () => "",
  },
  {
    what: "negation put in",
    find: /(?<=\S) (?=\S)/gu,
    put: (_, pick) => ` ${negations[pick % negations.length]!} `,
  },
  { what: "mark lost", find: /[“”«»]/gu, put: () => "" },
  { what: "mark of another kind", find: /[“”«»]/gu, put: () => "’" },
  {
    what: "marks put in",
    find: /(?<![\p{L}\p{M}])\p{L}{3,}(?![\p{L}\p{M}])/gu,
    put: (found) => `“${found}”`,
  },
];

/** Changes one thing inside the quote. */
export function changeInside(sample: Sample, kind: number, pick: number): Edited | null {
  const { text, start, end } = sample;
  const { what, find, put } = changes[kind % changes.length]!;
  const quoted = text.slice(start, end);
  const places = [...quoted.matchAll(find)];
  if (places.length === 0) return null;
  const place = places[pick % places.length]!;
  const changed =
    quoted.slice(0, place.index) + put(place[0], pick) + quoted.slice(place.index + place[0].length);
  return { ...sample, what, edited: text.slice(0, start) + changed + text.slice(end) };
}

/** Changes something before or after the quote, by whole words; or only how the text is set. */
export function changeOutside(sample: Sample, kind: number, pick: number, added: string): Edited {
  const { text, start, end } = sample;
  const before = text.slice(0, start);
  const after = text.slice(end);
  const isBefore = pick % 2 === 0;
  const outside = isBefore ? before : after;
  const words = [...outside.matchAll(/\S+/gu)];
  const place = words[pick % Math.max(1, words.length)];
  const put = (what: string, changed: string): Edited => ({
    ...sample,
    what,
    edited: isBefore ? changed + text.slice(start) : text.slice(0, end) + changed,
  });
  const at = place?.index ?? 0;
  const rest = at + (place?.[0].length ?? 0);
  switch (kind % 6) {
    case 0:
      return put("word replaced", place ? outside.slice(0, at) + "meanwhile" + outside.slice(rest) : outside);
    case 1:
      return put("word taken out", outside.slice(0, at) + outside.slice(rest).trimStart());
    case 2:
      return put("sentence put in", isBefore ? `${added} ${outside}` : `${outside} ${added}`);
    case 3:
      return put(
        "sentence put in between",
        place ? `${outside.slice(0, at)}${added} ${outside.slice(at)}` : outside,
      );
    case 4:
      return put("cut away", isBefore ? outside.slice(at) : outside.slice(0, at));
    default:
      return { ...sample, what: "set anew", edited: setAnew(text) };
  }
}

/** The same words with other marks, spaces and composition. */
function setAnew(text: string): string {
  return text
    .replaceAll(/[“”]/gu, '"')
    .replaceAll("’", "'")
    .replaceAll(/\s+/gu, "\u00a0\n")
    .replaceAll(/(\p{L})(\p{L}{4})/gu, "$1\u00ad$2")
    .normalize("NFD");
}

export { sentence as sentences };
