import { compareFigures } from "../../lib/figures/compare-figures";
import type { Figure } from "../../lib/figures/figure";
import { isRounding } from "../../lib/figures/intervals";
import { parseFigures } from "../../lib/figures/parse-figures";
import { metric, readRows, share, type Metric } from "./data";

type Row = {
  is_claim_of_property: boolean;
  sentence: string;
  entity: string;
  property: string;
  sentence_value: number;
};
type Relation = "agree" | "conflict" | "different year" | "not compared";
type Source = { row: Row; figure: Figure | null; years: string[] };

const relations = ["agree", "conflict", "different year"] as const;

/** The corpus is tokenised: brackets and quotation marks come back, and blanks before punctuation go. */
function untokenised(sentence: string): string {
  return sentence
    .replaceAll("-LRB-", "(")
    .replaceAll("-RRB-", ")")
    .replaceAll("``", "“")
    .replaceAll("''", "”")
    .replace(/ ([,.;:%)?!])/g, "$1")
    .replace(/([($€£]) (?=\d)/g, "$1");
}

const valuesOf = ({ low, high }: Pick<Figure, "low" | "high">) =>
  [low, high].filter((value) => value !== null);

/** The figure of a sentence whose number people marked; marks are kept to three digits. */
function markedFigure(text: string, value: number): Figure | null {
  const found = parseFigures(text).find((figure) =>
    valuesOf(figure).some((one) => Math.abs(one - value) <= 5e-3 * Math.abs(value)),
  );
  return found ? { id: text, ...found } : null;
}

/** What people's marks say: the years written in the sentences, else the marked values, equal but for rounding. */
function truth(a: Source, b: Source): Relation {
  const [first, second] = [a.years[0], b.years[0]];
  if (first !== undefined && second !== undefined && first !== second) return "different year";
  const [one, other] = [a.row.sentence_value, b.row.sentence_value];
  return one === other || isRounding(one, other, false) ? "agree" : "conflict";
}

function ours(a: Source, b: Source): Relation {
  const compared = a.figure && b.figure ? compareFigures(a.figure, b.figure) : null;
  if (!compared) return "not compared";
  if (compared.class === "contradiction") return "conflict";
  if (compared.class === "different-period") return "different year";
  return compared.class.startsWith("different-") ? "not compared" : "agree";
}

/** Comparing numbers alone. */
const baseline = (a: Source, b: Source): Relation =>
  a.row.sentence_value === b.row.sentence_value ? "agree" : "conflict";

function scores(found: Relation[], wanted: Relation[], relation: Relation) {
  const hit = found.filter((one, index) => one === relation && wanted[index] === relation).length;
  return {
    precision: share(hit, found.filter((one) => one === relation).length),
    recall: share(hit, wanted.filter((one) => one === relation).length),
  };
}

function sourcesOf(rows: Row[]): Map<string, Source[]> {
  const byQuantity = new Map<string, Source[]>();
  for (const row of rows) {
    const text = untokenised(row.sentence);
    const years = [...new Set(text.match(/\b(?:19|20)\d\d\b/g) ?? [])];
    // More years than one leave open which of them the number is for.
    if (years.length > 1) continue;
    const key = `${row.entity} ${row.property}`;
    const source = { row, years, figure: markedFigure(text, row.sentence_value) };
    byQuantity.set(key, [...(byQuantity.get(key) ?? []), source]);
  }
  return byQuantity;
}

/** Pairs of sources on one quantity of one country: agree, conflict or another year, against the numbers alone. */
export function measureQuantities(): { metrics: Metric[]; pairs: Record<string, number> } {
  const rows = readRows<Row>("numeric_property_claims_emnlp2015");
  const claims = rows.filter((row) => row.is_claim_of_property);
  const sources = sourcesOf(claims);
  const all = [...sources.values()].flat();
  const pairs = [...sources.values()].flatMap((group) =>
    group.flatMap((a, index) => group.slice(index + 1).map((b): [Source, Source] => [a, b])),
  );
  const wanted = pairs.map(([a, b]) => truth(a, b));
  const found = pairs.map(([a, b]) => ours(a, b));
  const plain = pairs.map(([a, b]) => baseline(a, b));
  const read = claims.filter((row) => markedFigure(untokenised(row.sentence), row.sentence_value)).length;
  const compared = found.filter((one) => one !== "not compared").length;
  const metrics = [
    metric(`marked numbers read as figures (${claims.length})`, share(read, claims.length)),
    metric(`pairs compared (${pairs.length} of ${all.length} sources)`, share(compared, pairs.length)),
  ];
  for (const relation of relations) {
    const [mine, theirs] = [scores(found, wanted, relation), scores(plain, wanted, relation)];
    const count = wanted.filter((one) => one === relation).length;
    metrics.push(
      metric(`${relation} (${count}): precision`, mine.precision, { "numbers alone": theirs.precision }),
      metric(`${relation} (${count}): recall`, mine.recall, { "numbers alone": theirs.recall }),
    );
  }
  const table: Record<string, number> = {};
  pairs.forEach((_pair, index) => {
    const key = `${wanted[index]} read as ${found[index]}`;
    table[key] = (table[key] ?? 0) + 1;
  });
  return { metrics, pairs: table };
}
