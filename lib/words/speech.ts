import { currencySigns } from "../figures/format-figure";

/** The forms that a language has of a counted thing (CLDR plural categories); `#` stands for the number. */
export type CountedForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How one language counts, lists, and writes numbers and money, by Intl. */
export type Speech = {
  /** The form that goes with a number, the number in it: `count(3, { one: "# item", other: "# items" })`. */
  count: (count: number, forms: CountedForms) => string;
  /** A number with the language's own marks, large round ones in words: "34 million". */
  number: (value: number) => string;
  /** An amount of a currency (ISO 4217): "$34 million", "34 млн доларів США". */
  money: (value: number, currency: string) => string;
  /** An amount of money without the currency's name: "$34 million", "34 млн $". */
  briefMoney: (value: number, currency: string) => string;
  /** As short as it can be written: "34M", "34 млн". */
  brief: (value: number) => string;
  /** "a, b and c". */
  list: (items: readonly string[]) => string;
};

type Habits = {
  /** "34 million", or "34 млн". */
  compactDisplay: "long" | "short";
  /** Money by the currency's sign before the number, or by its name after it. */
  moneyBy?: "sign" | "name";
};

function isRound(value: number): boolean {
  const size = Math.abs(value) >= 1e9 ? 1e7 : 1e4;
  return Math.abs(value) >= 1e6 && Number.isInteger(value / size);
}

/** Large numbers in words only where that loses no digit: "34 million", but "34,123,456". */
function shown(value: number, compactDisplay: Habits["compactDisplay"]): Intl.NumberFormatOptions {
  return isRound(value)
    ? { notation: "compact", compactDisplay, maximumFractionDigits: 2, minimumFractionDigits: 0 }
    : { maximumFractionDigits: 6, minimumFractionDigits: 0 };
}

/** The word after a number stays on its line: "34 million". */
function keptTogether(amount: string): string {
  return amount.replace(/(\d) (?=\p{L})/gu, "$1\u00a0");
}

/** How a language counts and writes numbers; `locale` is a BCP 47 tag that Intl knows. */
export function speechOf(locale: string, { compactDisplay, moneyBy = "sign" }: Habits): Speech {
  const rules = new Intl.PluralRules(locale);
  const plain = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale);
  const format = (value: number, options: Intl.NumberFormatOptions) =>
    keptTogether(new Intl.NumberFormat(locale, options).format(value));

  const money = (value: number, currency: string) => {
    const cents = Number.isInteger(value) ? {} : { minimumFractionDigits: isRound(value) ? 0 : 2 };
    const digits = { ...shown(value, compactDisplay), ...cents };
    if (moneyBy === "name")
      return format(value, { ...digits, style: "currency", currency, currencyDisplay: "name" });
    const parts = new Intl.NumberFormat("en", { style: "currency", currency }).formatToParts(value);
    const sign = currencySigns[currency] ?? parts.find(({ type }) => type === "currency")?.value ?? currency;
    const amount = format(value, digits);
    return /[A-Za-z]$/.test(sign) ? `${sign}\u00a0${amount}` : sign + amount;
  };

  const briefMoney = (value: number, currency: string) =>
    format(value, {
      notation: "compact",
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: 0,
      maximumFractionDigits: 2,
    });

  return {
    count: (count, forms) => (forms[rules.select(count)] ?? forms.other).replaceAll("#", plain.format(count)),
    number: (value) => format(value, shown(value, compactDisplay)),
    money,
    briefMoney: moneyBy === "name" ? briefMoney : money,
    brief: (value) => format(value, { notation: "compact", maximumFractionDigits: 2 }),
    list: (items) => lists.format(items),
  };
}
