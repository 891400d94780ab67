import type { Cue, CueLanguage } from "./cue";

/** The words by which a Slavic language written in Cyrillic names its sources; alternatives of regular expressions. */
export type CyrillicWords = {
  /** Followed by a source in an oblique case: "за даними", "со ссылкой на". */
  accordingTo: string;
  /** Followed by what was seen: "за", "согласно". */
  by: string;
  /** Followed by the outlet that reports: "повідомляє". */
  reports: string;
  /** Nouns that show that an outlet's name follows: "агентство". */
  outletNouns: string;
  saw: string;
  which: string;
  said: string;
};

const start = String.raw`(?<!\p{L})`;
const name = String.raw`\p{Lu}[\p{L}\p{N}'’ʼ-]{0,30}(?: (?:\p{Lu}[\p{L}\p{N}'’ʼ-]{0,30}|\p{Ll}{2,20}(?=[\s»".,;:)]|$))){0,3}`;
const outlet = String.raw`[«"“„]?(?<outlet>${name})[»"”]?`;
const quotedOutlet = String.raw`[«"“„](?<outlet>[^«»"“”„\n]{2,60})[»"”]`;
const words = String.raw`[\p{L}\p{N}'’ʼ-]{1,30}(?: [\p{L}\p{N}'’ʼ-]{1,30}){0,7}?`;
const person = String.raw`(?<speaker>\p{Lu}\p{Ll}{1,30}(?:-\p{Lu}\p{Ll}{1,30})? \p{Lu}\p{Ll}{1,30}(?:-\p{Lu}\p{Ll}{1,30})?(?: \p{Lu}\p{Ll}{1,30})?)(?!\p{L})`;
const office = String.raw`(?:[\p{Ll}'’ʼ-]{1,30} |\p{Lu}{2,8} ){0,5}?`;

const either = (pattern: string) => `(?:${pattern})`;

/** The rows of one such language, in order of strength. */
export function cyrillicCues(language: CueLanguage, say: CyrillicWords): Cue[] {
  const row = (rule: string, pattern: string, unknownOutlets: boolean, flags = "gu"): Cue => ({
    rule,
    language,
    places: rule.includes("document") ? ["text"] : ["title", "text"],
    type: "cites",
    pattern: new RegExp(pattern, flags),
    unknownOutlets,
  });
  const source = either(say.accordingTo);
  const reports = either(say.reports);
  const lead = `${start}${source} `;
  return [
    row(
      "material seen by X",
      `${start}${say.by} (?<material>${words}), ${say.which} ${say.saw} (?:${say.outletNouns} )?${outlet}`,
      true,
    ),
    row("according to X", `${lead}${say.outletNouns} (?:${quotedOutlet})`, true),
    row("X reported", `${start}${reports} ${say.outletNouns} (?:${quotedOutlet})`, true),
    row("according to X", `${lead}(?:${say.outletNouns} )?${outlet}`, false),
    row("X reported", `${start}${reports} (?:${say.outletNouns} )?${outlet}`, false),
    row("X reported", `${outlet} (?:(?:також|также|раніше|ранее) )?${reports}(?!\\p{L})`, false),
    row("according to a document or a group", `${lead}(?<material>${words})(?=[.,;:)\\n–—]|$)`, false, "gmu"),
    row("X said", `${person},? ${say.said}(?!\\p{L})`, false),
    row("X said", `${start}${say.said} ${office}${person}`, false),
  ];
}
