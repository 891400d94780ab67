/** A unit of measure right after a number, and where it ends (UTF-16); `factor` turns the amount into `unit`. */
export type UnitMention = { measure: string; unit: string; end: number; factor: number };

type Row = [RegExp, string, string, number?];

const ROWS: Row[] = [
  [/^\s?-?(?:percentage[- ]points?|pp(?!\p{L})|p\.p\.)/iu, "percentage-points", "pp"],
  [/^\s?-?(?:basis[- ]points?|bps?(?!\p{L}))/iu, "percentage-points", "pp", 0.01],
  [/^\s?(?:%|％|‰)-?(?:age)?[ -]points?/iu, "percentage-points", "pp"],
  [/^\s?(?:%|％)/u, "percent", "%"],
  [/^(?:\s|-)(?:percent(?:age)?s?|per cents?|per-cent|pct\.?)(?!\p{L})/iu, "percent", "%"],
  [/^pct(?!\p{L})/iu, "percent", "%"],
  [/^[- ](?:year|month|week|day)s?[- ]olds?(?!\p{L})/iu, "other", "years old"],
  [/^[- ]years? of age(?!\p{L})/iu, "other", "years old"],
  [/^[- ]?(?:milliseconds?|ms)(?!\p{L})/iu, "duration", "milliseconds"],
  [/^[- ]seconds?(?!\p{L})/iu, "duration", "seconds"],
  [/^[- ]minutes?(?!\p{L})/iu, "duration", "minutes"],
  [/^[- ]hours?(?!\p{L})/iu, "duration", "hours"],
  [/^[- ]days?(?!\p{L})/iu, "duration", "days"],
  [/^[- ]weeks?(?!\p{L})/iu, "duration", "weeks"],
  [/^[- ]months?(?!\p{L})/iu, "duration", "months"],
  [/^[- ]years?(?!\p{L})/iu, "duration", "years"],
  [/^[- ]decades?(?!\p{L})/iu, "duration", "decades"],
  [/^[- ]?(?:square (?:kilomet(?:re|er)s?)|km2|km²|sq\.? km)(?!\p{L})/iu, "other", "km²"],
  [/^[- ]?(?:cubic (?:met(?:re|er)s?)|m3|m³)(?!\p{L})/iu, "other", "m³"],
  [/^[- ]cubic feet(?!\p{L})/iu, "other", "cubic feet"],
  [/^[- ](?:square (?:met(?:re|er)s?)|sq\.? m)(?!\p{L})/iu, "other", "m²"],
  [/^[- ]square feet(?!\p{L})/iu, "other", "square feet"],
  [/^(?:[- ]times|x)(?![\p{L}\p{N}])/iu, "other", "times"],
  [/^-fold(?!\p{L})/iu, "other", "times"],
  [/^[- ](?:square miles?)(?!\p{L})/iu, "other", "square miles"],
  [/^[- ]?(?:hectares?|ha)(?!\p{L})/iu, "other", "hectares"],
  [/^[- ]acres?(?!\p{L})/iu, "other", "acres"],
  [/^[- ]?(?:kilomet(?:re|er)s? (?:per|an) hour|km\/h|kph|kmh)(?!\p{L})/iu, "other", "km/h"],
  [/^[- ]?(?:miles (?:per|an) hour|mph)(?!\p{L})/iu, "other", "mph"],
  [/^[- ]?(?:kilomet(?:re|er)s?|km)(?!\p{L})/iu, "length", "km"],
  [/^[- ]?(?:centimet(?:re|er)s?|cm)(?!\p{L})/iu, "length", "cm"],
  [/^[- ]?(?:millimet(?:re|er)s?|mm)(?!\p{L})/iu, "length", "mm"],
  [/^[- ](?:met(?:re|er)s?)(?!\p{L})/iu, "length", "m"],
  [/^[- ]?m(?= (?:tall|high|long|wide|deep|away|above|below)\b)/iu, "length", "m"],
  [/^[- ]miles?(?!\p{L})/iu, "length", "miles"],
  [/^[- ](?:feet|foot)(?!\p{L})/iu, "length", "feet"],
  [/^[- ]?(?:kilograms?|kilos?|kg)(?!\p{L})/iu, "mass", "kg"],
  [/^[- ](?:grams?|grammes?)(?!\p{L})/iu, "mass", "g"],
  [/^[- ](?:tonnes?|metric tons?)(?!\p{L})/iu, "mass", "tonnes"],
  [/^[- ]tons?(?!\p{L})/iu, "mass", "tons"],
  [/^[- ]?(?:lbs?)(?!\p{L})/iu, "mass", "lb"],
  [/^[- ]pounds? of (?!sterling)(?=\p{Ll})/iu, "mass", "lb"],
  [/^[- ]?(?:barrels?(?: of oil)?|bpd)(?!\p{L})/iu, "other", "barrels"],
  [/^[- ]?(?:litres?|liters?)(?!\p{L})/iu, "other", "litres"],
  [/^[- ]?(?:terawatt[- ]hours?|TWh)(?!\p{L})/u, "other", "TWh"],
  [/^[- ]?(?:gigawatt[- ]hours?|GWh)(?!\p{L})/u, "other", "GWh"],
  [/^[- ]?(?:megawatt[- ]hours?|MWh)(?!\p{L})/u, "other", "MWh"],
  [/^[- ]?(?:kilowatt[- ]hours?|kWh)(?!\p{L})/u, "other", "kWh"],
  [/^[- ]gallons?(?!\p{L})/iu, "other", "gallons"],
  [/^[- ]ounces?(?!\p{L})/iu, "mass", "oz"],
  [/^[- ]?(?:megawatts?|MW)(?!\p{L})/u, "other", "MW"],
  [/^[- ]?(?:gigawatts?|GW)(?!\p{L})/u, "other", "GW"],
  [/^[- ]?(?:degrees(?: celsius| fahrenheit)?|°\s?[CF])(?!\p{L})/iu, "other", "degrees"],
];

const MAY_BE_UNIT = /^[\s-]?[\p{L}%％‰°]/u;

/** The unit of measure that begins right at `at`, or null. Pounds are a mass only "of" something or beside a weight. */
export function unitAfter(text: string, at: number): UnitMention | null {
  const after = text.slice(at, at + 32);
  if (!MAY_BE_UNIT.test(after)) return null;
  for (const [pattern, measure, unit, factor] of ROWS) {
    const found = pattern.exec(after)?.[0];
    if (found === undefined) continue;
    const own =
      measure === "other" && unit === "years old" && !/year/i.test(found)
        ? `${found.slice(1).split(/[- ]/)[0] ?? ""}s old`
        : unit;
    return { measure, unit: own, end: at + found.replace(/ of $/, "").length, factor: factor ?? 1 };
  }
  return null;
}

/** Size of each unit in the first unit of its kind; months and years are calendar averages. */
const SIZES: Record<string, Record<string, number>> = {
  duration: {
    milliseconds: 1e-3,
    seconds: 1,
    minutes: 60,
    hours: 3600,
    days: 86400,
    weeks: 604800,
    months: 2629800,
    years: 31557600,
    decades: 315576000,
  },
  length: { m: 1, km: 1000, cm: 0.01, mm: 0.001, miles: 1609.344, feet: 0.3048 },
  mass: { kg: 1, g: 0.001, tonnes: 1000, tons: 907.18474, lb: 0.45359237 },
};

/** How many base units one `unit` of a measure is; null when the unit is not convertible. */
export function unitSize(measure: string, unit: string | null): number | null {
  return (unit === null ? undefined : SIZES[measure]?.[unit]) ?? null;
}
