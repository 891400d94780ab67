import { placeNames } from "./places";

/** What a word for money means: its ISO 4217 code, or null when several nations share it; how many make one unit. */
export type CurrencyName = { code: string | null; divisor: number };

/** Codes that are English words in capitals ("ALL 50 states") and are not read as currencies. */
const NO_CODES = new Set(["ALL", "TOP", "CUP", "PEN", "MAD", "BAM"]);
/** ISO 4217 codes in use, after the CLDR data of the runtime. */
export const CURRENCY_CODES = Intl.supportedValuesOf("currency").filter((code) => !NO_CODES.has(code));

/** Whose money a shared word means when the text names no nation. */
const DEFAULTS: Record<string, string> = {
  dollar: "USD",
  dollars: "USD",
  pound: "GBP",
  pounds: "GBP",
  ruble: "RUB",
  rubles: "RUB",
  rouble: "RUB",
  roubles: "RUB",
  won: "KRW",
  dirham: "AED",
  dirhams: "AED",
};

/** English words first: "5 real reasons", "the sol", "won gold". */
const NO_BARE = new Set("real reals sol gold som rights mark".split(" "));

/** The forms of a currency's name that follow a number in Arabic, Ukrainian and Russian. */
function named(code: string, forms: string): [string, string][] {
  return forms.split(" ").map((form) => [form, code]);
}

/** Spellings and names that the CLDR does not list. */
const ALIASES: [string, string | null][] = [
  ["bucks", "USD"],
  ["sterling", "GBP"],
  ["pounds sterling", "GBP"],
  ["pound sterling", "GBP"],
  ["british pounds sterling", "GBP"],
  ["renminbi", "CNY"],
  ["rmb", "CNY"],
  ["yuan renminbi", "CNY"],
  ["kuai", "CNY"],
  ["korean won", "KRW"],
  ["taiwan dollars", "TWD"],
  ["taiwanese dollars", "TWD"],
  ["reais", "BRL"],
  ["brazilian reais", "BRL"],
  ["hryvnya", "UAH"],
  ["hryvnyas", "UAH"],
  ["hryvnia", "UAH"],
  ["hryvnias", "UAH"],
  ["zlotych", "PLN"],
  ["złoty", "PLN"],
  ["shekel", "ILS"],
  ["shekels", "ILS"],
  ["israeli shekels", "ILS"],
  ["swedish crowns", "SEK"],
  ["norwegian crowns", "NOK"],
  ["danish crowns", "DKK"],
  ["czech crowns", "CZK"],
  ["crowns", null],
  ["kroner", null],
  ["marks", null],
  ["lira", null],
  ["liras", null],
  ["turkish liras", "TRY"],
  ["lire", null],
  ["cfa francs", null],
  ["tomans", "IRR"],
  ["cordobas", "NIO"],
  ["colones", null],
  ["bolivars", "VES"],
  ["dong", "VND"],
  ["bitcoin", "BTC"],
  ["bitcoins", "BTC"],
  ...named("USD", "دولار دولارا دولارات долар долари долара доларів доллар доллара долларов"),
  ...named("EUR", "يورو євро евро"),
  ...named("UAH", "гривня гривні гривень грн гривна гривны гривен"),
  ...named("RUB", "روبل рубль рубля рублі рублів рублей"),
];

/** Parts of a unit: the currency they belong to when the word says so, and how many make one. */
const PARTS: [string, string | null, number][] = [
  ["cent", null, 100],
  ["cents", null, 100],
  ["us cents", "USD", 100],
  ["u.s. cents", "USD", 100],
  ["euro cents", "EUR", 100],
  ["pence", "GBP", 100],
  ["penny", "GBP", 100],
  ["pennies", "GBP", 100],
  ["kopeck", "RUB", 100],
  ["kopecks", "RUB", 100],
  ["kopek", "RUB", 100],
  ["kopeks", "RUB", 100],
  ["kopiykas", "UAH", 100],
  ["paise", "INR", 100],
  ["sen", null, 100],
  ["jiao", "CNY", 10],
  ["mao", "CNY", 10],
  ["fen", "CNY", 100],
  ["centavo", null, 100],
  ["centavos", null, 100],
  ["centime", null, 100],
  ["centimes", null, 100],
  ["öre", "SEK", 100],
  ["øre", null, 100],
  ["groszy", "PLN", 100],
  ["agorot", "ILS", 100],
  ["kobo", "NGN", 100],
  ["satoshi", "BTC", 1e8],
  ["satoshis", "BTC", 1e8],
];

const fold = (name: string) => name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

function cldrNames(code: string): string[] {
  const named = (amount: number) =>
    new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay: "name" })
      .formatToParts(amount)
      .find(({ type }) => type === "currency")?.value ?? "";
  return [named(1), named(2)].map((name) => name.replace(/ \(.*\)$/, ""));
}

/** "kazakhstani tenge" is also "Kazakh tenge"; "us dollars" also "American dollars"; every plural has its singular. */
function variants(name: string): string[] {
  const words = name.split(" ");
  const noun = words[words.length - 1] ?? "";
  const nation = words.slice(0, -1).join(" ");
  const nouns = [noun, ...(/[^s]s$/.test(noun) ? [noun.slice(0, -1)] : [`${noun}s`])].flatMap((word) =>
    word.startsWith("ruble") ? [word, word.replace("ruble", "rouble")] : [word],
  );
  const nations = nation === "" ? [""] : [nation, ...placeNames(nation)];
  return nations.flatMap((one) => nouns.map((word) => `${one} ${word}`.trim()));
}

function buildNames(): Map<string, CurrencyName> {
  const names = new Map<string, CurrencyName>();
  const bare = new Map<string, string | null>();
  for (const code of CURRENCY_CODES) {
    for (const name of new Set(cldrNames(code).flatMap(variants))) {
      names.set(fold(name), { code, divisor: 1 });
      const noun = fold(name.split(" ").pop() ?? "");
      bare.set(noun, bare.has(noun) && bare.get(noun) !== code ? null : code);
    }
  }
  for (const [noun, code] of bare)
    if (!NO_BARE.has(noun) && !names.has(noun)) names.set(noun, { code: DEFAULTS[noun] ?? code, divisor: 1 });
  for (const [name, code] of ALIASES) names.set(fold(name), { code, divisor: 1 });
  for (const [name, code, divisor] of PARTS) names.set(fold(name), { code, divisor });
  return names;
}

const NAMES = buildNames();
/** Most words a name has: "papua new guinean kina". */
const WORDS_MAX = 4;

/** The longest name of a currency or its part at the beginning of `text`, with its length in UTF-16; null when none is. */
export function currencyNameAt(text: string): (CurrencyName & { length: number }) | null {
  const ends = [...text.matchAll(/\p{L}[\p{L}.ʻ’']*(?=[ \u00A0]|[^\p{L}]|$)/gu)].slice(0, WORDS_MAX);
  if (ends[0]?.index !== 0) return null;
  for (const { 0: word, index } of ends.reverse()) {
    const last = word.replace(/[.’']+$/, "");
    for (const length of new Set([index + word.length, index + last.length])) {
      const found = NAMES.get(fold(text.slice(0, length)).replaceAll("\u00A0", " "));
      if (found) return { ...found, length };
    }
  }
  return null;
}

/** The meaning of one whole word for money ("dollar", "sen"), or null. */
export const currencyWord = (word: string): CurrencyName | null => NAMES.get(fold(word)) ?? null;
