import type { ComparisonClass } from "../claims/dossier";
import { saidBound, type SaidBound } from "../figures/bounds";
import { isDenied } from "../figures/denials";
import type { Figure } from "../figures/figure";
import { findPlaces } from "../figures/places";
import type { ReaderWords } from "./reader";

function number(value: number, figure: Figure, { speech }: ReaderWords): string {
  if (figure.measure === "year") return String(value);
  const isCurrency = figure.measure === "money" && figure.unit !== null && /^[A-Z]{3}$/.test(figure.unit);
  return isCurrency ? speech.money(value, figure.unit!) : speech.number(value);
}

function withUnit(amount: string, figure: Figure, { figures }: ReaderWords): string {
  if (figure.measure === "money" || figure.measure === "year") return amount;
  if (figure.measure === "percent" || figure.unit === "%") return `${amount}%`;
  if (figure.measure === "percentage-points" || figure.unit === "pp") return figures.points(amount);
  return figure.unit === null ? amount : `${amount}\u00a0${figure.unit}`;
}

/** The amount in plain words: "at least $34 million", "not 107 cars"; the text's own words when it names no number. */
export function amountInWords(figure: Figure, words: ReaderWords): string {
  const amount = boundInWords(figure, words);
  return isDenied(figure) ? words.figures.not(amount) : amount;
}

/** The same for a place in a picture, where a currency's whole name has no room: "щонайменше 34 млн $". */
export function amountInPicture(figure: Figure, words: ReaderWords): string {
  const { speech } = words;
  return amountInWords(figure, { ...words, speech: { ...speech, money: speech.briefMoney } });
}

function boundInWords(figure: Figure, words: ReaderWords): string {
  const { low, high, bound } = figure;
  const said = words.figures;
  const first = low ?? high;
  if (first === null || bound === "vague") return said.verbatim(figure.verbatim);
  if (low !== null && high !== null && low !== high)
    return withUnit(said.range(number(low, figure, words), number(high, figure, words)), figure, words);
  const amount = withUnit(number(first, figure, words), figure, words);
  const tell: Partial<Record<SaidBound, (amount: string) => string>> = {
    "more-than": said.moreThan,
    "at-least": said.atLeast,
    "less-than": said.lessThan,
    "at-most": said.atMost,
    almost: said.almost,
    about: said.about,
  };
  return tell[saidBound(figure)]?.(amount) ?? amount;
}

/** The text's own words, when they say it otherwise than `amountInWords` does. */
export function verbatimBeside(figure: Figure, words: ReaderWords): string | null {
  const amount = amountInWords(figure, words);
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[\s“”«»"]+/gu, " ")
      .trim();
  return fold(amount) === fold(figure.verbatim) ? null : figure.verbatim;
}

/** What it means that two figures go back to one report: agreement checks nothing, a difference is the retelling's. */
export function sameReportWords(comparison: ComparisonClass, { figures }: ReaderWords): string {
  return comparison === "equal" || comparison === "compatible" || comparison === "rounding"
    ? figures.sameReport
    : figures.bothSameReport;
}

/** How a figure stands against another, as short as it can be said: "several countries: not comparable". */
export function againstInWords(
  comparison: ComparisonClass,
  figure: Figure,
  other: Figure | undefined,
  { figures }: ReaderWords,
): string {
  if (comparison === "different-measure" && isOtherCurrency(figure, other)) return figures.otherCurrency;
  if (comparison !== "different-scope") return figures.classes[comparison];
  const places = new Set(figure.scope.flatMap((item) => findPlaces(item).map(({ place }) => place)));
  if (places.has("*")) return figures.allCountries;
  return places.size > 1 ? figures.severalCountries : figures.classes[comparison];
}

/** Both are sums of money, in currencies that are both stated. */
function isOtherCurrency(a: Figure, b: Figure | undefined): boolean {
  const currencies = [a, b].map((figure) => (figure?.measure === "money" ? figure.unit : null));
  return currencies[0] !== null && currencies[1] !== null && currencies[0] !== currencies[1];
}
