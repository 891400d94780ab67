import type { SuggestedClaimDto } from "../articles/dto";
import { countUpTo, isBoilerplate } from "../articles/prose";
import { offsetMap } from "../quotes/code-points";
import { splitSentences } from "../quotes/sentences";

/** Something in a sentence that a record, a recording or a person could settle; weights add up. */
type Cue = { reason: string; weight: number; pattern: RegExp };

const month = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const monthWord = `(?:${month})(?:uary|ruary|ch|il|e|y|ust|t?ember|ober)?\\.?`;
const small =
  "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|thousands|millions";

const cues: Cue[] = [
  {
    reason: "names an amount",
    weight: 0.4,
    pattern:
      /[$€£¥₴₽₩]\s?\d|\d[\d.,  ]*\s?(?:%|percent\b|per cent\b|(?:million|billion|trillion|bn|mln|млн|млрд|тис)(?!\p{L})|(?:US |U\.S\. )?(?:dollars|euros?|pounds|roubles|rubles|hryvnias?|yuan|won|yen)\b)|\b(?:hundreds|tens|thousands|millions|billions) of (?:thousands |millions )?(?:of )?(?:dollars|euros|pounds|roubles|rubles)?/iu,
  },
  {
    reason: "gives a number",
    weight: 0.3,
    pattern: new RegExp(
      `(?<![\\p{L}\\d.])(?!(?:19|20)\\d\\d(?!\\d))\\d[\\d.,]*(?= \\p{L})(?! (?:${monthWord})(?!\\p{L}))|\\b(?:${small}) (?:of )?(?:\\p{L}+ )?\\p{L}+s\\b`,
      "iu",
    ),
  },
  {
    reason: "compares with before",
    weight: 0.25,
    pattern:
      /\b(?:(?:more|less|fewer|higher|lower|larger|smaller|faster|better|worse) than|compared (?:with|to)|(?:rose|risen|fell|fallen|grew|grown|jumped|surged|dropped|declined|doubled|tripled|halved|increased?|decreased?|shrank|soared|plunged)|up from|down from|since (?:the|\d{4})|significant(?:ly)? (?:portion|share|part)|majority|no longer|still)\b/i,
  },
  {
    reason: "says what is first, only or most",
    weight: 0.2,
    pattern:
      /\b(?:the (?:first|only|largest|biggest|highest|lowest|worst|best|most|least)|record (?:high|low|number))\b/i,
  },
  {
    reason: "quotes an official",
    weight: 0.25,
    pattern:
      /\b(?:president|minister|ministry|official|officials|spokes(?:man|woman|person|people)|governor|mayor|senator|police|prosecutors?|government|army|general|court|agency|commission|central bank|ceo|chief executive|director|leader)\b[^,;]{0,80}\b(?:said|says|told|confirmed|announced|denied|stated|claimed|warned|admitted|declared|reported|testified|wrote)\b/iu,
  },
  {
    reason: "says who said it",
    weight: 0.2,
    pattern:
      /\b(?:according to|said|told|confirmed|denied|announced|stated|claimed|reported|revealed|reports? (?:show|say|found)|characterized|described|seen by|did not (?:respond|comment|reply)|declined to comment|called)\b|заяв|сообщи|повідоми|за даними|по данным|sagte|laut |selon |según /iu,
  },
  { reason: "has words in quotation marks", weight: 0.15, pattern: /["“«„][^"”»“]{6,}["”»“]/u },
  {
    reason: "states a date",
    weight: 0.2,
    pattern: new RegExp(
      `\\b(?:(?:${monthWord}) \\d{1,2}|\\d{1,2} (?:${monthWord})(?!\\p{L})|(?:in|since|by|until|before|after|between|from|of|during) (?:early |late |mid-)?(?:(?:${monthWord}) )?(?:19|20)\\d{2}|(?:19|20)\\d{2}[-–](?:19|20)?\\d{2}|(?:${monthWord}) (?:19|20)\\d{2}|yesterday|last (?:week|month|year)|earlier (?:this|in))\\b`,
      "iu",
    ),
  },
  {
    reason: "speaks of a law, sanction or ruling",
    weight: 0.15,
    pattern:
      /\b(?:sanction(?:s|ed)?|law|bill|treaty|court|convicted|acquitted|sentenced|charged|indicted|ban(?:ned)?|illegal(?:ly)?|violat\w+|investigat\w+|licen[cs]e)\b/i,
  },
  {
    reason: "says what is planned",
    weight: 0.15,
    pattern:
      /\b(?:plans? (?:to|for)|will (?!be able)\p{L}+|is expected to|intends? to|aims? to|is set to)\b/iu,
  },
];

/** A verb of doing, making or being seen to: with a name beside it, an event that happened or did not. */
const act =
  /\b(?:gave|given|gifted?|presents?|presented|imports?|imported|exports?|exported|sold|sells?|bought|buys?|used|uses?|built|made|produced|produces|suppl(?:y|ies|ied)|contributed|met|visited|signed|voted|killed|injured|arrested|attacked|launched|opened|closed|exited|left|joined|won|lost|paid|received|sent|hired|fired|resigned|elected|appointed|drove|driving|driven|seen|distributed|shown|included?|including|involve(?:d|ment)|continue[sd]? to|relies|owns?|owned|founded|published|moved|took|take over|taken|destroyed|captured|shot|died|born|banned|approved|rejected|passed|cut|raised|ordered|deployed|withdrew|is popular|remains)\b/i;
const actElsewhere =
  /(?<!\p{L})(?:передал|подарил|купи|прода|імпорт|импорт|запусти|убит|вбит|загин|kaufte|verkauft|gestorben|getötet|signé|acheté|vendu|tué|firmó|compró|vendió|murió)/iu;
const properName = /(?<=[\p{Ll}\d,;:)"”’] ["“«(]?)\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)*/gu;

const opinion =
  /^(?:in conclusion|in my (?:view|opinion)|i (?:think|believe|feel|hope)|we (?:must|should|need)|let us|let's|perhaps|hopefully|to be honest|clearly|obviously|imagine|it is (?:time|clear|important|worth))\b|\b(?:should|ought to|raising questions|true extent|illustrates?|underscores?|symboli[sz]es?|arguably|beautiful|wonderful|shameful|disgraceful|in its pursuit of)\b/i;
const appeal =
  /^(?:subscribe|sign up|donate|support|join|follow|click|read|listen|watch|share|become|enter|please|don't miss|get)\b.{0,200}$/i;
const firstPerson = /^(?:i|we|my|our|you|your)\b/i;

/** Names that stand inside the sentence; its first word is capital anyway and counts only beside another. */
function namesIn(sentence: string): number {
  const inside = sentence.match(properName)?.length ?? 0;
  return inside + (/^["“«]?\p{Lu}[\p{L}'’-]+ \p{Lu}/u.test(sentence) ? 1 : 0);
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu;
const mostWords = 120;

/** How check-worthy one sentence is, 0 to 1, and why in plain English; no reasons when it is not to be suggested. */
export function judgeSentence(sentence: string): { score: number; reasons: string[] } {
  const none = { score: 0, reasons: [] };
  const words = countUpTo(mostWords + 1, sentence, WORD);
  if (words < 5 || words > mostWords || /\?["”’»)]*$/.test(sentence)) return none;
  if (appeal.test(sentence) && words < 25) return none;
  const found = cues.filter(({ pattern }) => pattern.test(sentence));
  const reasons = found.map(({ reason }) => reason);
  let score = found.reduce((sum, { weight }) => sum + weight, 0);
  if (reasons.includes("names an amount") && reasons.includes("gives a number")) {
    reasons.splice(reasons.indexOf("gives a number"), 1);
    score -= 0.3;
  }
  const named = act.test(sentence) || actElsewhere.test(sentence) ? namesIn(sentence) : 0;
  if (named > 0) {
    reasons.push("can be checked: named place and act");
    score += 0.25 + Math.min(named, 4) * 0.05;
  }
  // Asked last, of the few that there is a reason for: it is a long list.
  if (reasons.length === 0 || isBoilerplate(sentence)) return none;
  if (opinion.test(sentence)) score -= 0.4;
  if (firstPerson.test(sentence)) score -= 0.1;
  if (words < 7) score -= 0.05;
  return { score: Math.round(Math.max(0, Math.min(1, score)) * 100) / 100, reasons };
}

const threshold = 0.3;
const contextPoints = 32;

/**
 * Sentences of the main text that are worth checking, in the order of the text, each with visible reasons and a
 * score from 0 to 1. `ranges` and the returned offsets are code points over `text`; prefix and suffix are the 32
 * code points around (https://www.w3.org/TR/annotation-model/#text-quote-selector). The reasons are written rules,
 * no model: opinions, questions, appeals and scraps are left out. Ranges outside the text are clamped.
 */
export function suggestClaims(text: string, ranges: [number, number][]): SuggestedClaimDto[] {
  const { toUtf16 } = offsetMap(text);
  const cut = (from: number, to: number) => text.slice(toUtf16(from), toUtf16(to));
  const seen = new Set<string>();
  return ranges.flatMap(([from, to]) => {
    const base = Math.max(0, from);
    const passage = cut(base, to);
    return splitSentences(passage).flatMap((sentence): SuggestedClaimDto[] => {
      const [start, end] = [base + sentence.start, base + sentence.end];
      const exact = cut(start, end);
      const { score, reasons } = judgeSentence(exact.replace(/\s+/g, " "));
      if (score < threshold || reasons.length === 0 || seen.has(exact)) return [];
      seen.add(exact);
      const prefix = cut(start - contextPoints, start);
      const suffix = cut(end, end + contextPoints);
      return [{ quote: { exact, prefix, suffix, start, end }, score, reasons }];
    });
  });
}
