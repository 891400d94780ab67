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

const CODES =
  "USD EUR GBP JPY CNY RUB KRW INR TRY UAH CHF CAD AUD NZD HKD SGD BRL MXN PLN SEK NOK DKK CZK HUF RON BGN ILS SAR AED QAR KZT GEL AMD AZN BYN ZAR NGN EGP THB VND PHP IDR MYR TWD PKR BDT KES GHS ARS CLP COP PEN";

/** Words for a currency; a nation before the word decides where several nations share it. */
const WORDS: [RegExp, string | null, number?][] = [
  [/^(?:u\.?s\.?|american) dollars?/i, "USD"],
  [/^canadian dollars?/i, "CAD"],
  [/^australian dollars?/i, "AUD"],
  [/^new zealand dollars?/i, "NZD"],
  [/^hong kong dollars?/i, "HKD"],
  [/^singapore dollars?/i, "SGD"],
  [/^taiwan(?:ese)? dollars?/i, "TWD"],
  [/^dollars?/i, "USD"],
  [/^bucks/i, "USD"],
  [/^euros?/i, "EUR"],
  [/^(?:british pounds?(?: sterling)?|pounds? sterling)/i, "GBP"],
  [/^egyptian pounds?/i, "EGP"],
  [/^pounds?/i, "GBP"],
  [/^(?:russian )?(?:roubles?|rubles?)/i, "RUB"],
  [/^belarus(?:ian|sian) (?:roubles?|rubles?)/i, "BYN"],
  [/^(?:chinese )?(?:yuan|renminbi|rmb)/i, "CNY"],
  [/^(?:japanese )?yen/i, "JPY"],
  [/^(?:south )?korean won/i, "KRW"],
  [/^won(?! (?:the|a|an|by|in|and|over|at))/i, "KRW"],
  [/^indian rupees?/i, "INR"],
  [/^pakistani rupees?/i, "PKR"],
  [/^rupees?/i, null],
  [/^turkish liras?/i, "TRY"],
  [/^liras?/i, null],
  [/^(?:ukrainian )?(?:hryvnias?|hryvnyas?|hryvnia)/i, "UAH"],
  [/^swiss francs?/i, "CHF"],
  [/^francs?/i, null],
  [/^(?:polish )?(?:zloty|zlotys|złoty|zlotych)/i, "PLN"],
  [/^swedish (?:kronor|kronas?|crowns)/i, "SEK"],
  [/^norwegian (?:kroner|krone|crowns)/i, "NOK"],
  [/^danish (?:kroner|krone|crowns)/i, "DKK"],
  [/^czech (?:korunas?|crowns)/i, "CZK"],
  [/^(?:kronor|kroner|kronas?|crowns)/i, null],
  [/^(?:israeli )?shekels?/i, "ILS"],
  [/^(?:south african )?rand(?!\p{L})/iu, "ZAR"],
  [/^mexican pesos?/i, "MXN"],
  [/^argentin(?:e|ian) pesos?/i, "ARS"],
  [/^pesos?/i, null],
  [/^(?:brazilian )?reais/i, "BRL"],
  [/^saudi riyals?/i, "SAR"],
  [/^(?:riyals?|rials?)/i, null],
  [/^(?:emirati |uae )?dirhams?/i, "AED"],
  [/^(?:kazakh(?:stani)? )?tenge/i, "KZT"],
  [/^(?:georgian )?lari/i, "GEL"],
  [/^(?:nigerian )?nairas?/i, "NGN"],
  [/^(?:thai )?baht/i, "THB"],
  [/^dinars?/i, null],
  [/^(?:hungarian )?forints?/i, "HUF"],
  [/^pence(?!\p{L})/iu, "GBP", 100],
  [/^(?:euro cents?)/i, "EUR", 100],
  [/^(?:u\.?s\.? )?cents?/i, null, 100],
  [/^marks?/i, null],
];

const BEFORE = new RegExp(
  `(?:${SYMBOLS.map(([symbol]) => symbol.replace(/[$.]/g, "\\$&")).join("|")}|(?<![\\p{L}])(?:${CODES.split(" ").join("|")}))[ \\u00A0]?$`,
  "u",
);
const CODE_AFTER = new RegExp(`^[ \\u00A0-]?(${CODES.split(" ").join("|")})(?![\\p{L}\\p{N}])`, "iu");
const symbolCodes = new Map(SYMBOLS);

/** The currency sign or code that ends right before `at` (UTF-16). */
export function currencyBefore(text: string, at: number): CurrencyMention | null {
  const found = BEFORE.exec(text.slice(Math.max(0, at - 6), at))?.[0];
  if (found === undefined) return null;
  const sign = found.trim();
  const start = at - found.length;
  if (/^\p{L}/u.test(sign) && /\p{L}$/u.test(text.slice(0, start).slice(-1))) return null;
  return { code: symbolCodes.get(sign) ?? sign, start, end: at, divisor: 1 };
}

/** The currency word, sign or code that begins right after `at` (UTF-16). */
export function currencyAfter(text: string, at: number): CurrencyMention | null {
  const after = text.slice(at, at + 40);
  const code = CODE_AFTER.exec(after);
  if (code?.[1]) return { code: code[1].toUpperCase(), start: at, end: at + code[0].length, divisor: 1 };
  const gap = /^[ \u00A0-]?/.exec(after)?.[0].length ?? 0;
  const rest = after.slice(gap);
  for (const [symbol, iso] of SYMBOLS)
    if (rest.startsWith(symbol) && !/^[\p{L}\d]/u.test(rest.slice(symbol.length)))
      return { code: iso, start: at, end: at + gap + symbol.length, divisor: 1 };
  // "millions of dollars", "millions in US dollars"
  const lead = /^ (?:of |in )?/.exec(after)?.[0] ?? (after.startsWith("-") ? "-" : "");
  const words = after.slice(lead.length);
  if (lead === "" && !/^\p{L}/u.test(words)) return null;
  for (const [pattern, iso, divisor] of WORDS) {
    const word = pattern.exec(words)?.[0];
    if (word === undefined || /^\p{L}/u.test(words.slice(word.length))) continue;
    return { code: iso, start: at, end: at + lead.length + word.length, divisor: divisor ?? 1 };
  }
  return null;
}
