/** The forms that a language has of a counted thing (CLDR plural categories); `#` stands for the number. */
export type CountedForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How one language counts, lists and writes numbers, by Intl. */
export type Speech = {
  /** The form that goes with a number, the number in it: `count(3, { one: "# item", other: "# items" })`. */
  count: (count: number, forms: CountedForms) => string;
  /** A number with the language's own grouping and decimal mark. */
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** "a, b and c". */
  list: (items: readonly string[]) => string;
};

/** How a language counts and lists; `locale` is a BCP 47 tag that Intl knows. */
export function speechOf(locale: string): Speech {
  const rules = new Intl.PluralRules(locale);
  const plain = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale);
  return {
    count: (count, forms) => (forms[rules.select(count)] ?? forms.other).replaceAll("#", plain.format(count)),
    number: (value, options) =>
      options ? new Intl.NumberFormat(locale, options).format(value) : plain.format(value),
    list: (items) => lists.format(items),
  };
}
