/** The thing counted after a number: the noun as written, its modifiers, and where it ends (UTF-16). */
export type CountedNoun = { noun: string; modifiers: string[]; end: number };

const STOP = new Set(
  `a an the and or but nor of in on at by for from with to into over under after before since until during as than
  that which who whose whom when while where if is are was were be been being has have had do does did will would can
  could may might must shall should not no so said says say told according per via out up down off more less about
  between among against around near it he she they we i you this these those his her their its our my your all
  each every other others amid versus including such also then now last next this ago earlier later alone together`.split(
    /\s+/,
  ),
);
/** Plural without an s. */
const PLURALS = new Set(
  "people men women children police troops personnel staff aircraft cattle sheep fish teeth feet mice data media crew clergy youth spacecraft firefighters countrymen servicemen policemen servicewomen lawmakers".split(
    " ",
  ),
);
/** Lower-case words in s that are no plural nouns. */
const NOT_PLURAL = new Set(
  "us as is was has its this his yes previous various serious religious famous dangerous numerous precious tremendous enormous continuous anonymous business less unless news always perhaps besides towards series species class crisis process access success press loss glass mass across thus plus minus ones times goes does says gives takes makes includes means shows remains".split(
    " ",
  ),
);

function isPlural(word: string): boolean {
  const last = word.split("-").pop() ?? word;
  if (PLURALS.has(last.toLowerCase())) return true;
  return (
    /s$/.test(last) && last.length > 2 && !NOT_PLURAL.has(last.toLowerCase()) && !/(?:ous|ss)$/i.test(last)
  );
}

const SINGULAR_AFTER_ONE = /^\p{Ll}{3,}$/u;

/**
 * Reads the noun counted by a number that ends at `at`: up to four modifiers ("two Aurus", "100 new armoured") and a
 * plural ("cars"), a singular after "one". Null when no noun follows.
 */
export function countedNoun(text: string, at: number, isOne: boolean): CountedNoun | null {
  const modifiers: string[] = [];
  const pattern = /^(?:[ \u00A0]+|-)([\p{L}][\p{L}\d'’.-]*)/u;
  let end = at;
  for (let index = 0; index < 5; index += 1) {
    const match = pattern.exec(text.slice(end, end + 40));
    const raw = match?.[1]?.replace(/[.'’-]+$/, "") ?? "";
    // "50 more boats" counts boats.
    const isAddition = index === 0 && /^(?:more|other|extra)$/i.test(raw);
    if (!match || raw === "" || (STOP.has(raw.toLowerCase()) && !isAddition)) return null;
    const wordEnd = end + match[0].indexOf(raw) + raw.length;
    const isCapital = /^\p{Lu}/u.test(raw);
    const hasPossessive = /['’]s?$/.test(match[1] ?? "") || /['’]/.test(raw);
    // "The 13 members’ remains" counts members; "two boys's" and "the 5 year's" count nothing here.
    if (hasPossessive && /s['’]$/.test(match[1] ?? "") && isPlural(raw))
      return { noun: raw, modifiers, end: wordEnd };
    if (hasPossessive) return null;
    if (isCapital ? isPlural(raw) && isLastOfPhrase(text, wordEnd) : isPlural(raw))
      return { noun: raw, modifiers, end: wordEnd };
    if (isOne && !isCapital && SINGULAR_AFTER_ONE.test(raw) && isLastOfPhrase(text, wordEnd))
      return { noun: raw, modifiers, end: wordEnd };
    if (/ly$/.test(raw) && !/^(?:family|daily|weekly|monthly|yearly|elderly|early)$/i.test(raw)) return null;
    if (!isAddition) modifiers.push(raw);
    end = wordEnd;
    if (/^[,.;:!?)]/.test(text.slice(end, end + 1))) return null;
  }
  return null;
}

/** Whether no further noun can follow: the phrase ends, or goes on with a function word or a verb. */
function isLastOfPhrase(text: string, end: number): boolean {
  const next = /^[ \u00A0]+(\p{L}+)/u.exec(text.slice(end, end + 30))?.[1];
  if (next === undefined) return true;
  return STOP.has(next.toLowerCase()) || /(?:ed|ing|made|sold|built|held|born|died)$/.test(next);
}
