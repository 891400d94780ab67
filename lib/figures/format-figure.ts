import { saidBound } from "./bounds";
import { isDenied } from "./denials";
import type { Figure } from "./figure";

/** The signs of currencies that have one of their own, by ISO 4217: one way of writing each, wherever its name is not said. */
export const currencySigns: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  JPY: "¥",
  RUB: "₽",
  KRW: "₩",
  UAH: "₴",
  TRY: "₺",
  INR: "₹",
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Words of the source that say more than "about". */
const NEARNESS =
  /^(?:almost|nearly|about|around|roughly|approximately|some|close to|an estimated|estimated)\b/i;

const trimmed = (value: number, digits: number) => String(Number(value.toFixed(digits)));

/** "34M", "15.5M", "1.2bn", "500,000", "107": short where it loses nothing. */
function formatNumber(value: number): string {
  const size = Math.abs(value);
  for (const [factor, name] of [
    [1e12, "tn"],
    [1e9, "bn"],
    [1e6, "M"],
  ] as const) {
    const short = trimmed(value / factor, 2);
    const isShort = size >= factor && (size < 1000 * factor || factor === 1e12);
    if (isShort && Math.abs(Number(short) * factor - value) < 1e-6 * size) return grouped(short) + name;
  }
  return grouped(trimmed(value, 4));
}

function grouped(number: string): string {
  const [whole = "0", decimals] = number.split(".");
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ",") + (decimals === undefined ? "" : `.${decimals}`);
}

function withUnit(figure: Figure, amount: string): string {
  const { measure, unit } = figure;
  if (unit === null) return amount;
  if (measure === "percent") return `${amount}%`;
  if (measure !== "money") return `${amount} ${unit}`;
  const sign = currencySigns[unit];
  return sign === undefined ? `${unit} ${amount}` : sign + amount;
}

/**
 * A figure in short words: "at least $34M", "almost $15.5M", "107 cars", "5–7%". A vague figure is its own words.
 * Years stay years. Without period and scope (see `formatPeriod`).
 */
export function formatFigure(figure: Figure): string {
  return isDenied(figure) ? `not ${formatBound(figure)}` : formatBound(figure);
}

/** One value in a figure's unit: "$34M", "107 cars", "5%". */
export function formatAmount(value: number, figure: Figure): string {
  return withUnit(figure, figure.measure === "year" ? String(value) : formatNumber(value));
}

function formatBound(figure: Figure): string {
  const { low, high, bound, measure } = figure;
  const number = measure === "year" ? String : formatNumber;
  if (bound === "vague" || (low === null && high === null)) return figure.verbatim;
  if (low !== null && high !== null && low !== high)
    return withUnit(figure, `${number(low)}–${number(high)}`);
  const amount = withUnit(figure, number(low ?? high ?? 0));
  const said = saidBound(figure);
  if (said === "more-than") return `more than ${amount}`;
  if (said === "less-than") return `less than ${amount}`;
  if (bound === "at-least") return `at least ${amount}`;
  if (bound === "at-most") return `at most ${amount}`;
  if (bound === "about") return `${NEARNESS.exec(figure.verbatim)?.[0].toLowerCase() ?? "about"} ${amount}`;
  return amount;
}

type Period = NonNullable<Figure["period"]>;

function formatDate(iso: string): string {
  const [year = "", month = "1", day = "1"] = iso.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

const isYearStart = (iso: string) => iso.endsWith("-01-01");
const isYearEnd = (iso: string) => iso.endsWith("-12-31");
const isMonthEnd = (iso: string) => {
  const [year = "0", month = "1", day = "1"] = iso.split("-");
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() === Number(day);
};
const formatMonth = (iso: string) => formatDate(iso).replace(/^\d+ /, "");

/** A period in words: "2023", "2018–2023", "Feb 2024", "since Feb 2022", "until 2023", "28 Jun 2024". */
export function formatPeriod(period: Period | null): string {
  if (!period) return "";
  const { from, to } = period;
  if (from === null && to === null) return "";
  if (to === null) return `since ${startWords(from ?? "")}`;
  if (from === null) return `until ${endWords(to)}`;
  if (from === to) return formatDate(from);
  if (isYearStart(from) && isYearEnd(to)) {
    const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
    return first === last ? first : `${first}–${last}`;
  }
  if (from.endsWith("-01") && isMonthEnd(to)) {
    const [first, last] = [formatMonth(from), formatMonth(to)];
    return first === last ? first : `${first} – ${last}`;
  }
  return `${formatDate(from)} – ${formatDate(to)}`;
}

function startWords(iso: string): string {
  if (isYearStart(iso)) return iso.slice(0, 4);
  return iso.endsWith("-01") ? formatMonth(iso) : formatDate(iso);
}

function endWords(iso: string): string {
  if (isYearEnd(iso)) return iso.slice(0, 4);
  return isMonthEnd(iso) ? formatMonth(iso) : formatDate(iso);
}
