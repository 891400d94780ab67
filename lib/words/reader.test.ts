import { describe, expect, test } from "vitest";
import { readerLanguages, readerWords, spokenLanguage, type ReaderWords } from "./reader";

type Text = { key: string; text: string; tags: string[]; marks: string[] };

/** What a function of the catalogue is called with; counted things are asked for with numbers of each form. */
const marks = ["⟦1⟧", "⟦2⟧", "⟦3⟧", "⟦4⟧"];
const counts = [0, 1, 2, 5, 11, 21, 1.5];

const tagsIn = (text: string) => [...text.matchAll(/<\/?[a-z]+\/?>|\{\w+\}/g)].map(([tag]) => tag).sort();
const asText = (key: string, text: string): Text => ({
  key,
  text,
  tags: tagsIn(text),
  marks: [...marks, ...counts.filter(Number.isInteger).map(String)].filter((mark) => text.includes(mark)),
});

function isCounting(say: (...args: unknown[]) => string): boolean {
  return say(...marks).includes("NaN");
}

/** Every text of a catalogue, of what its functions answer too. */
function textsOf(value: unknown, key: string): Text[] {
  if (typeof value === "string") return [asText(key, value)];
  if (typeof value === "function") {
    const say = value as (...args: unknown[]) => string;
    const counted = counts.map((count) => asText(`${key} of ${count}`, say(count, count, count, count)));
    // What counts can only be asked with numbers.
    return isCounting(say) ? counted : [asText(key, say(...marks)), ...counted];
  }
  return Object.entries(value as object).flatMap(([name, inside]) =>
    textsOf(inside, key === "" ? name : `${key}.${name}`),
  );
}

function pagesOf({ language: _tag, name: _name, locale: _locale, speech: _speech, ...pages }: ReaderWords) {
  return pages;
}

const english = textsOf(pagesOf(readerWords("en")), "");

/** Names and signs that stand in Latin letters in any language. */
const latinNames =
  /Countersign|UTC|https|SHA-256|WordPress|Ghost|Custom HTML|HTML|ZIP|RSS|JSON|CSV|Node 20|RFC 8785|Ed25519|WhatsApp|Bluesky|verify-bundle\.mjs|node verify-bundle\.mjs bundle\.zip --keys keys\.json|countersign-record-v1|\/verdicts\/|\bX\b|bundle\.zip/g;

describe.each(readerLanguages)("the catalogue in %s", (language) => {
  const texts = textsOf(pagesOf(readerWords(language)), "");

  test("says it is in this language", () => {
    const { language: tag, locale } = readerWords(language);
    expect(tag).toBe(language);
    expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale]);
    expect(locale.startsWith(language)).toBe(true);
  });

  test("has every text of the English one, and no other", () => {
    expect(texts.map(({ key }) => key)).toEqual(english.map(({ key }) => key));
  });

  test("leaves no text empty", () => {
    expect(texts.filter(({ text }) => text.trim() === "")).toEqual([]);
    expect(texts.filter(({ text }) => /undefined|\[object|NaN/.test(text))).toEqual([]);
  });

  test("has the same tags and says the same values in each", () => {
    const shapes = (all: Text[]) => all.map(({ key, tags, marks: values }) => ({ key, tags, values }));
    expect(shapes(texts)).toEqual(shapes(english));
  });

  test("leaves no word of English where another script is written", () => {
    if (new Intl.Locale(language).maximize().script === "Latn") return;
    const left = texts.filter(({ text, tags }) => {
      const bare = tags.reduce((rest, tag) => rest.replace(tag, ""), text).replace(latinNames, "");
      return /[A-Za-z]{2,}/.test(bare);
    });
    expect(left).toEqual([]);
  });
});

test("a Ukrainian text of letters is not the English one", () => {
  const ukrainian = textsOf(pagesOf(readerWords("uk")), "");
  const same = english.filter(({ text }, index) => /[a-z]{2}/.test(text) && ukrainian[index]?.text === text);
  expect(
    same.map(({ text }) => text.replace(latinNames, "")).filter((text) => /[a-z]{2}/.test(text)),
  ).toEqual([]);
});

test.each([
  ["uk", "uk"],
  ["uk-UA", "uk"],
  ["EN-gb", "en"],
  ["ar", "en"],
  ["", "en"],
])("pages of content in %j speak %s where the site speaks English", (tag, spoken) => {
  expect(spokenLanguage(tag, "en")).toBe(spoken);
});

test.each([
  ["en", [1, 2, 1234], ["1 day", "2 days", "1,234 days"]],
  ["uk", [1, 2, 5, 11, 21, 1.5], ["1 день", "2 дні", "5 днів", "11 днів", "21 день", "1,5 дня"]],
] as const)("%s counts %j as %j", (language, numbers, said) => {
  const forms = {
    en: { one: "# day", other: "# days" },
    uk: { one: "# день", few: "# дні", many: "# днів", other: "# дня" },
  }[language];
  expect(numbers.map((number) => readerWords(language).speech.count(number, forms))).toEqual(said);
});
