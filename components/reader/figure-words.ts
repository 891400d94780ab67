import type { ComparisonClass } from "@/lib/claims/dossier";
import { isDenied } from "@/lib/figures/denials";
import type { Figure } from "@/lib/figures/figure";
import { findPlaces } from "@/lib/figures/places";
import { comparisonWords } from "./words";

function isRound(value: number): boolean {
  const size = Math.abs(value) >= 1e9 ? 1e7 : 1e4;
  return Math.abs(value) >= 1e6 && Number.isInteger(value / size);
}

/** Long forms only where they lose no digit: "34 million", but "34,123,456". */
function options(value: number): Intl.NumberFormatOptions {
  return isRound(value)
    ? { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 }
    : { maximumFractionDigits: 6 };
}

/** "$34 million", "RUB 46.6 million": the currency's sign as English texts write it before the number. */
function money(value: number, currency: string): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency }).formatToParts(value);
  const sign = parts.find((part) => part.type === "currency")?.value ?? currency;
  const cents = Number.isInteger(value) ? {} : { minimumFractionDigits: 2 };
  const amount = new Intl.NumberFormat("en", { ...options(value), ...cents }).format(value);
  return /[A-Za-z]$/.test(sign) ? `${sign} ${amount}` : sign + amount;
}

function number(value: number, figure: Figure): string {
  if (figure.measure === "year") return String(value);
  if (figure.measure === "money" && figure.unit !== null && /^[A-Z]{3}$/.test(figure.unit)) {
    return money(value, figure.unit);
  }
  return new Intl.NumberFormat("en", options(value)).format(value);
}

function unitWords(figure: Figure): string {
  if (figure.measure === "money" || figure.measure === "year") return "";
  if (figure.measure === "percent" || figure.unit === "%") return "%";
  if (figure.measure === "percentage-points" || figure.unit === "pp") return " percentage points";
  return figure.unit === null ? "" : ` ${figure.unit}`;
}

/** The amount in plain words: "at least $34 million", "not 107 cars"; the text's own words when it names no number. */
export function amountInWords(figure: Figure): string {
  return isDenied(figure) ? `not ${boundInWords(figure)}` : boundInWords(figure);
}

function boundInWords(figure: Figure): string {
  const { low, high, bound } = figure;
  const first = low ?? high;
  if (first === null || bound === "vague") return `“${figure.verbatim}”`;
  const unit = unitWords(figure);
  if (low !== null && high !== null && low !== high)
    return `${number(low, figure)} to ${number(high, figure)}${unit}`;
  const lead = { exact: "", "at-least": "at least ", "at-most": "at most ", about: "about ", range: "" }[
    bound
  ];
  return `${lead}${number(first, figure)}${unit}`;
}

/** The text's own words, when they say it otherwise than `amountInWords` does. */
export function verbatimBeside(figure: Figure): string | null {
  const words = amountInWords(figure);
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[\s“”"]+/gu, " ")
      .trim();
  return fold(words) === fold(figure.verbatim) ? null : figure.verbatim;
}

/** What it means that two figures go back to one report: agreement checks nothing, a difference is the retelling's. */
export function sameReportWords(comparison: ComparisonClass): string {
  return comparison === "equal" || comparison === "compatible" || comparison === "rounding"
    ? "same report, not a second check"
    : "both go back to the same report";
}

/** How a figure stands against another, as short as it can be said: "several countries: not comparable". */
export function againstInWords(comparison: ComparisonClass, figure: Figure): string {
  if (comparison !== "different-scope") return comparisonWords[comparison];
  const places = new Set(figure.scope.flatMap((item) => findPlaces(item).map(({ place }) => place)));
  if (places.has("*")) return "all countries: not comparable";
  return places.size > 1 ? "several countries: not comparable" : comparisonWords[comparison];
}
