import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { scanNumbers } from "../lib/figures/scan-numbers";
import { parseFigures } from "../lib/figures/parse-figures";

/**
 * Numbers of a public test suite read right: `npx tsx bench/figures.ts [--json]`. A case is right when every expected
 * value is read, in order, and nothing else. `supported` are the cases that the suite's own JavaScript claims.
 */
type Case = {
  Input: string;
  Results: { Text: string; Resolution: { value: string | null; isoCurrency?: string } }[];
  spec: string;
  notSupportedInJs?: boolean;
};
type Range = [number | null, number | null];

const directory = process.env.BENCH_DATA_DIR ?? "../shared/data";
const file = `${directory}/figures_recognizers_english.jsonl.gz`;
const isNear = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1e-12, Math.abs(b)));

function readNumbers(text: string): number[] {
  return scanNumbers(text).flatMap((token) => {
    if (/^(?:m|km|kg|cm|mm|ml|g|t|p|c)(?![\p{L}\p{N}])/u.test(text.slice(token.end))) return [];
    return [token.suffix ? token.value * token.suffix.factor : token.value];
  });
}

function readRange(value: string): Range {
  const [low = "", high = ""] = value.replace(/[[\]()]/g, "").split(",");
  return [low === "" ? null : Number(low), high === "" ? null : Number(high)];
}

function isRight({ Input, Results, spec }: Case): boolean {
  const values = Results.map(({ Resolution }) => Resolution.value).filter((value) => value !== null);
  const same = (found: number[], expected: number[]) =>
    found.length === expected.length && expected.every((value, index) => isNear(found[index] ?? null, value));
  if (spec === "NumberModel") return same(readNumbers(Input), values.map(Number));
  const figures = parseFigures(Input);
  const amounts = (measure: string) =>
    figures.filter((figure) => figure.measure === measure).map(({ low, high }) => low ?? high ?? Number.NaN);
  if (spec === "PercentModel")
    return same(
      amounts("percent"),
      values.map((value) => Number(value.replace("%", ""))),
    );
  if (spec === "CurrencyModel") {
    // The suite counts pence and cents as units of their own; figures hold amounts of the currency.
    const expected = Results.filter(({ Resolution }) => Resolution.value !== null).map(
      ({ Text, Resolution }) =>
        Number(Resolution.value) / (/pence|(?<!dollars.*)cents?$/i.test(Text) ? 100 : 1),
    );
    return same(amounts("money"), expected);
  }
  const ranges = figures.filter(({ bound }) => bound !== "exact");
  return (
    ranges.length === values.length &&
    values
      .map(readRange)
      .every(
        ([low, high], index) =>
          isNear(ranges[index]?.low ?? null, low) && isNear(ranges[index]?.high ?? null, high),
      )
  );
}

function main(): void {
  if (!existsSync(file)) {
    console.log(`figures: skipped, ${file} is not there (set BENCH_DATA_DIR)`);
    return;
  }
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  const cases = lines.map((line) => JSON.parse(line) as Case);
  const report = ["NumberModel", "PercentModel", "CurrencyModel", "NumberRangeModel"].map((spec) => {
    const all = cases.filter((row) => row.spec === spec);
    const supported = all.filter((row) => !row.notSupportedInJs);
    const right = (rows: Case[]) => rows.filter(isRight).length;
    if (process.argv.includes("--verbose"))
      for (const row of supported.filter((one) => !isRight(one)))
        console.log(
          spec,
          JSON.stringify(row.Input),
          JSON.stringify(row.Results.map((r) => r.Resolution.value)),
        );
    return {
      spec,
      supported: supported.length,
      supportedRight: right(supported),
      all: all.length,
      allRight: right(all),
    };
  });
  if (process.argv.includes("--json")) return console.log(JSON.stringify({ bench: "figures", report }));
  for (const { spec, supported, supportedRight, all, allRight } of report) {
    const share = ((100 * supportedRight) / Math.max(1, supported)).toFixed(1);
    console.log(
      `${spec}: ${supportedRight}/${supported} supported in JavaScript (${share}%), ${allRight}/${all} of all`,
    );
  }
}

main();
