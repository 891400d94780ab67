import { CURRENCY_CODES, currencyNameAt, currencyWord } from "./currency-names";

/** A currency found beside a number: its ISO 4217 code, or null when the word leaves open which ("francs"). */
export type CurrencyMention = { code: string | null; start: number; end: number; divisor: number };

const SYMBOLS: [string, string][] = [
  ["US$", "USD"],
  ["U.S.$", "USD"],
  ["USD$", "USD"],
  ["CA$", "CAD"],
  ["C$", "CAD"],
  ["CAD$", "CAD"],
  ["AU$", "AUD"],
  ["A$", "AUD"],
  ["NZ$", "NZD"],
  ["HK$", "HKD"],
  ["NT$", "TWD"],
  ["S$", "SGD"],
  ["R$", "BRL"],
  ["MX$", "MXN"],
  ["MXN$", "MXN"],
  ["Mex$", "MXN"],
  ["Can$", "CAD"],
  ["Cdn$", "CAD"],
  ["RM", "MYR"],
  ["Rp", "IDR"],
  ["KSh", "KES"],
  ["CN¥", "CNY"],
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₽", "RUB"],
  ["₩", "KRW"],
  ["₹", "INR"],
  ["₺", "TRY"],
  ["₴", "UAH"],
  ["₪", "ILS"],
  ["₦", "NGN"],
  ["₫", "VND"],
  ["₱", "PHP"],
  ["₸", "KZT"],
  ["₾", "GEL"],
  ["฿", "THB"],
  ["₡", "CRC"],
  ["₭", "LAK"],
  ["zł", "PLN"],
  ["Rs.", "INR"],
  ["Rs", "INR"],
];

const CODES = `(?:${CURRENCY_CODES.join("|")})`;
const BEFORE = new RegExp(
  `(?:${SYMBOLS.map(([symbol]) => symbol.replace(/[$.]/g, "\\$&")).join("|")}|(?<![\\p{L}])${CODES})[ \\u00A0]?$`,
  "u",
);
const CODE_AFTER = new RegExp(`^[ \\u00A0-]?(${CODES}|usd|eur|gbp|rub|chf|sek)(?![\\p{L}\\p{N}])`, "u");
const symbolCodes = new Map(SYMBOLS);
/** "12 won gold": the verb. */
const WON_THE_VERB =
  /^won (?:the|a|an|by|in|and|over|at|with|out|for|on|gold|silver|bronze|it|their|his|her|its|seats?|medals?|awards?|re-?election|elections?)(?!\p{L})/iu;

/** The currency sign or code that ends right before `at` (UTF-16). */
export function currencyBefore(text: string, at: number): CurrencyMention | null {
  const found = BEFORE.exec(text.slice(Math.max(0, at - 6), at))?.[0];
  // "R60,000"; the digits were only read because they look like money.
  if (/(?<!\p{L})R$/u.test(text.slice(Math.max(0, at - 2), at)))
    return { code: "ZAR", start: at - 1, end: at, divisor: 1 };
  if (found === undefined) return null;
  const sign = found.trim();
  const start = at - found.length;
  if (/^\p{L}/u.test(sign) && /\p{L}$/u.test(text.slice(Math.max(0, start - 2), start))) return null;
  return { code: symbolCodes.get(sign) ?? sign, start, end: at, divisor: 1 };
}

/** The currency word, sign or code that begins right after `at` (UTF-16). */
export function currencyAfter(text: string, at: number): CurrencyMention | null {
  const after = text.slice(at, at + 48);
  const code = CODE_AFTER.exec(after);
  if (code?.[1]) return { code: code[1].toUpperCase(), start: at, end: at + code[0].length, divisor: 1 };
  // "1080p" is no money.
  if (/^p(?![\p{L}\p{N}])/u.test(after) && /(?<![\d.,])\d{1,2}$/.test(text.slice(Math.max(0, at - 4), at)))
    return { code: "GBP", start: at, end: at + 1, divisor: 100 };
  const gap = /^[ \u00A0-]?/.exec(after)?.[0].length ?? 0;
  const rest = after.slice(gap);
  for (const [symbol, iso] of SYMBOLS)
    if (rest.startsWith(symbol) && !/^[\p{L}\d]/u.test(rest.slice(symbol.length)))
      return { code: iso, start: at, end: at + gap + symbol.length, divisor: 1 };
  // "millions of dollars", "millions in US dollars"
  const lead = /^[ \u00A0]{1,3}(?:(?:of|in) )?|^-/.exec(after)?.[0] ?? "";
  const words = after.slice(lead.length);
  if (lead === "" || WON_THE_VERB.test(words)) return null;
  const name = currencyNameAt(words);
  return name && { code: name.code, start: at, end: at + lead.length + name.length, divisor: name.divisor };
}

/** A currency named by a word right before a number ("rupee 500", "dollar 22.5 million"); "the dollar 3" names none. */
export function currencyWordBefore(text: string, at: number): CurrencyMention | null {
  const found = /(?<!\p{L})(\p{L}+) $/u.exec(text.slice(Math.max(0, at - 16), at));
  const word = found?.[1] ?? "";
  const name = /s$/i.test(word) ? null : currencyWord(word);
  if (!name || word === "won") return null;
  const start = at - word.length - 1;
  if (
    /(?:\d|\b(?:the|a|an|per|each|against|one|two|three|million|billion)) $/i.test(
      text.slice(Math.max(0, start - 12), start),
    )
  )
    return null;
  return { code: name.code, start, end: at, divisor: name.divisor };
}
