import { recognizeNumber, recognizePercentage } from "@microsoft/recognizers-text-number";
import { recognizeCurrency } from "@microsoft/recognizers-text-number-with-unit";
import { currencyNameAt } from "../../lib/figures/currency-names";
import { parseFigures } from "../../lib/figures/parse-figures";
import { scanNumbers } from "../../lib/figures/scan-numbers";
import { metric, readRows, share, type Metric } from "./data";

type Case = {
  Input: string;
  Results: { Text: string; Resolution: { value: string | null } }[];
  spec: string;
  notSupportedInJs?: boolean;
};
/** A value, or the two ends of a range; null is open. */
type Value = number | [number | null, number | null];
export type Slip = "missed" | "too many" | "other value";

const specs = ["NumberModel", "NumberRangeModel", "PercentModel", "CurrencyModel"];
/** A unit of measure right after digits: the suite counts "29km" as no number but a length. */
const GLUED_UNIT = /^(?:m|km|kg|cm|mm|ml|g|t|p|c)(?![\p{L}\p{N}])/u;

const isNear = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1e-12, Math.abs(b)));

function isSame(a: Value, b: Value): boolean {
  if (typeof a === "number" || typeof b === "number")
    return typeof a === "number" && typeof b === "number" && isNear(a, b);
  return isNear(a[0], b[0]) && isNear(a[1], b[1]);
}

function rangeOf(value: string): Value {
  const [low = "", high = ""] = value.replace(/[[\]()]/g, "").split(",");
  return [low === "" ? null : Number(low), high === "" ? null : Number(high)];
}

/** The suite counts cents and pence as units of their own; a figure holds an amount of the currency. */
function inCurrency(text: string, value: string): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  const divisors = words.map((word) => currencyNameAt(word)?.divisor ?? 1);
  const isPartOnly =
    divisors.some((divisor) => divisor > 1) && !words.some((word) => currencyNameAt(word)?.divisor === 1);
  return Number(value) / (isPartOnly ? Math.max(...divisors) : 1);
}

function expected({ spec, Results }: Case): Value[] {
  return Results.flatMap(({ Text, Resolution: { value } }): Value[] => {
    if (value === null) return [];
    if (spec === "NumberRangeModel") return [rangeOf(value)];
    if (spec === "CurrencyModel") return [inCurrency(Text, value)];
    return [Number(value.replace("%", ""))];
  });
}

function ours({ spec, Input }: Case): Value[] {
  if (spec === "NumberModel")
    return scanNumbers(Input).flatMap(({ value, suffix, end }) => {
      if (GLUED_UNIT.test(Input.slice(end))) return [];
      return [suffix ? value * suffix.factor : value];
    });
  const figures = parseFigures(Input);
  if (spec === "NumberRangeModel")
    return figures.filter(({ bound }) => bound !== "exact").map(({ low, high }): Value => [low, high]);
  const measure = spec === "PercentModel" ? "percent" : "money";
  return figures
    .filter((figure) => figure.measure === measure)
    .map(({ low, high }) => low ?? high ?? Number.NaN);
}

/** The library alone: its JavaScript has no ranges. */
function library({ spec, Input }: Case): Value[] {
  const read = (found: { text: string; resolution: Record<string, unknown> }[]) =>
    found.flatMap(({ text, resolution }) => {
      const value = resolution["value"];
      if (typeof value !== "string") return [];
      return [spec === "CurrencyModel" ? inCurrency(text, value) : Number(value.replace("%", ""))];
    });
  if (spec === "NumberModel") return read(recognizeNumber(Input, "en-us"));
  if (spec === "PercentModel") return read(recognizePercentage(Input, "en-us"));
  return spec === "CurrencyModel" ? read(recognizeCurrency(Input, "en-us")) : [];
}

/** Null when every expected value is read, in order, and nothing else. */
function slip(found: Value[], wanted: Value[]): Slip | null {
  if (found.length < wanted.length) return "missed";
  if (found.length > wanted.length) return "too many";
  return wanted.every((value, index) => isSame(found[index] ?? Number.NaN, value)) ? null : "other value";
}

export type CaseReport = {
  metrics: Metric[];
  slips: { spec: string; supported: boolean; missed: number; tooMany: number; otherValue: number }[];
  wrong: string[];
};

/** Right and wrong on the suite's own cases, by model, for those its JavaScript supports and for the rest. */
export function measureCases(): CaseReport {
  const report: CaseReport = { metrics: [], slips: [], wrong: [] };
  const rows = readRows<Case>("figures_recognizers_english").filter(({ spec }) => specs.includes(spec));
  const measure = (name: string, cases: Case[], limit: number | null) => {
    const slips = cases.map((one) => slip(ours(one), expected(one)));
    const right = slips.filter((one) => one === null).length;
    const theirs = cases.filter((one) => slip(library(one), expected(one)) === null).length;
    const baselines = { library: share(theirs, cases.length) };
    report.metrics.push(metric(`${name} (${cases.length})`, share(right, cases.length), baselines, limit));
    return slips;
  };
  const supported = rows.filter((row) => !row.notSupportedInJs);
  measure("cases supported in JavaScript, right", supported, 0.95);
  for (const isSupported of [true, false])
    for (const spec of specs) {
      const cases = rows.filter((row) => row.spec === spec && !row.notSupportedInJs === isSupported);
      const name = `${spec.replace("Model", "")}, ${isSupported ? "supported" : "not supported"}`;
      const slips = measure(name, cases, isSupported ? 0.95 : null);
      const count = (kind: Slip) => slips.filter((one) => one === kind).length;
      report.slips.push({
        spec: spec.replace("Model", ""),
        supported: isSupported,
        missed: count("missed"),
        tooMany: count("too many"),
        otherValue: count("other value"),
      });
      cases.forEach((one, index) => {
        if (slips[index]) report.wrong.push(`${name}: ${slips[index]}: ${JSON.stringify(one.Input)}`);
      });
    }
  return report;
}
