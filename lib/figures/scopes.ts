import { PLACE_PATTERN } from "./places";

/** What a scope is read from: the sentence, the figure's span in it, and where its clause may be read to. */
export type ScopeSource = {
  text: string;
  start: number;
  end: number;
  /** End of the previous figure and start of the next: words beyond belong to them. */
  previousEnd: number;
  nextStart: number;
  /** Modifiers and noun of a count, "Aurus cars"; empty otherwise. */
  counted: string;
};

const FUNCTION_WORD =
  "(?:the|a|an|and|or|but|of|in|on|at|by|for|from|with|to|into|between|over|under|after|before|during|since|until|as|than|that|which|who|when|while|where|if|is|are|was|were|be|been|has|have|had|did|does|will|would|can|could|may|might|according|per|via|about|against|around|through|last|this|next|so|not|said|says|each|every|it|them|us|worth|alone|came|went|by)";
const WORD = `(?!${FUNCTION_WORD}\\b)\\p{L}(?:[\\p{L}'’-]*\\p{L})(?![\\p{L}-])`;
const NOUN_PHRASE = `(?:(?:our|its|their|his|her|all|total|other) )?${WORD}(?: ${WORD}){0,4}(?: and ${WORD}(?: ${WORD}){0,2})?`;
const PLACE_ITEM = `(?:other |the )?${PLACE_PATTERN}(?: (?:nations|countries|states|members))?`;
const PLACE_LIST = `${PLACE_ITEM}(?:(?:, and |, or |, | and | or )${PLACE_ITEM})*`;
const EVERYWHERE =
  "(?:all|every|various|many|several) (?:other )?(?:countries|nations|country|sources|origins)";

const AFTER_NOUN = new RegExp(`^(?:,? worth)?,? (?:of|in|for) ((?:the )?${NOUN_PHRASE})`, "u");
/** Headlines leave out the preposition: "$34M South Korean parts". */
const DIRECTLY_AFTER = new RegExp(`^ (${PLACE_PATTERN}(?: ${WORD}){1,3})`, "u");
const BEFORE_WORTH = new RegExp(
  `(?<!\\p{L})((?:${PLACE_PATTERN} )?(?!${FUNCTION_WORD}\\b)\\p{L}{3,}(?: and \\p{Ll}{3,})?),? (?:worth|valued at|costing|totall?ing)(?: a total of)? $`,
  "u",
);
/** "Bought South Korean parts for $16 million". */
const BEFORE_FOR = new RegExp(
  `(?<!\\p{L})(?:bought|buys|buy|sold|sells|sell|purchased|imported|imports|exported|exports|ordered|acquired|delivered) ((?:\\p{L}[\\p{L}-]+ ){0,3}\\p{Ll}{2,}s) for $`,
  "u",
);
/** "of which $5 million was South Korean". */
const WAS_OF = new RegExp(`^ (?:is|was|were|are|came from) (?:from )?(${PLACE_PATTERN})(?!\\p{L})`, "u");
const OF_IT = new RegExp(
  `^ of (?:it|that|this|them|which|the total)(?: (?:is|was|were|being|came|from|of))* (${PLACE_PATTERN})(?!\\p{L})`,
  "u",
);
const PLACES_AFTER = new RegExp(
  `(?<![\\p{L}])(from|in|to|across|for) ((?:countries|nations|states|places)? ?(?:like |such as |including )?(?:${EVERYWHERE}|${PLACE_LIST}))(?![\\p{L}-]| \\p{L}+s?(?= between| in \\d))`,
  "gu",
);
const CITY_AFTER = /(?<!\p{L})in ((?:St\. )?\p{Lu}\p{Ll}[\p{L}'’]+(?:[ -]\p{Lu}[\p{L}'’]+){0,2})/gu;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const LEADING_PLACE = new RegExp(`^(?:["“'‘]?)In (${PLACE_LIST}),`, "u");
const SUBJECT_PLACE = new RegExp(
  `(${PLACE_PATTERN}(?:['’]s)?(?: ${WORD}){0,3}) (?:accounted for|made up|was|were|came to|totall?ed|amounted to|contributed|supplied)(?: for)? (?:[\\p{L}]+ ){0,3}$`,
  "u",
);
const RATE_UNIT =
  "year|month|week|day|night|hour|minute|second|quarter|share|person|capita|head|adult|child|household|employee|worker|student|pupil|passenger|ticket|vote|unit|item|piece|car|vehicle|tonne|ton|barrel|gallon|kilo|kilogram|kg|litre|liter|ounce|pound|acre|hectare|kilomet(?:re|er)|mile|kilowatt[- ]hour|megawatt[- ]hour|kWh|MWh";
const RATE = new RegExp(
  `^[^.;]{0,24}?(?:(?<!\\p{L})(?:an?|per|each|every)[ -](${RATE_UNIT})(?!\\p{L})|\\bper (\\d[\\d,]*(?: \\p{L}+)?)|\\b(annually|yearly|monthly|weekly|daily|hourly|apiece)\\b|/(${RATE_UNIT}|yr|mo|hr|bbl|t|l)(?!\\p{L}))`,
  "iu",
);
const RATE_BEFORE =
  /\b(annual|yearly|monthly|weekly|daily|hourly|quarterly|cumulative|total)\s(?:\p{L}+\s){0,4}$/iu;
const RATE_WORDS: Record<string, string> = {
  annually: "year",
  annual: "year",
  yearly: "year",
  monthly: "month",
  weekly: "week",
  daily: "day",
  hourly: "hour",
  quarterly: "quarter",
  apiece: "item",
  piece: "item",
  unit: "item",
  head: "person",
  capita: "person",
  litre: "litre",
  liter: "litre",
  kilo: "kg",
  kilogram: "kg",
  yr: "year",
  mo: "month",
  hr: "hour",
  bbl: "barrel",
  t: "tonne",
  l: "litre",
};
/** Where another statement begins. */
const CLAUSE_END =
  /[;:—]|, (?:while|whereas|but|according|which|who|and (?:it|he|she|they|the)\b)| and \p{Ll}+ (?:to|the|a|an|its|their|his|her|it|that|not)\b/u;

/** Every place begins with a capital or is everywhere. */
const MAY_NAME_PLACE = /\p{Lu}|(?:all|every|various|many|several) (?:countr|nation|source|origin)/u;
const CAPITAL = /\p{Lu}/u;
const PRICED = /(?:worth|valued at|costing|totall?ing)(?: a total of)? $/u;
const SUPPLIES =
  /(?:accounted for|made up|was|were|came to|totall?ed|amounted to|contributed|supplied)(?: for)? /u;

/**
 * What a figure covers, in the text's own words: products ("South Korean parts"), places ("Russia", "from South
 * Korea, China"), rates ("per year"). Only what stands beside it in its clause; never guessed.
 */
export function scopesOf(source: ScopeSource): string[] {
  const { text, start, end } = source;
  const rest = text.slice(end, source.nextStart);
  const clauseEnd = CLAUSE_END.exec(rest)?.index ?? rest.length;
  const after = rest.slice(0, clauseEnd);
  const before = text.slice(source.previousEnd, start);
  const scopes: string[] = [];
  const add = (words: string | undefined) => {
    const clean = words?.trim().replace(/\s+/g, " ").replace(/[,.]$/, "");
    if (clean && !scopes.some((known) => known.includes(clean))) scopes.push(clean);
  };
  if (source.counted !== "") add(source.counted);
  const product = AFTER_NOUN.exec(after);
  if (product?.[1] && source.counted === "" && !MONTH.test(product[1])) add(product[1]);
  const hasPlace = MAY_NAME_PLACE.test(after);
  if (source.counted === "" && hasPlace) add(DIRECTLY_AFTER.exec(after)?.[1]);
  if (source.counted === "" && PRICED.test(before)) add(BEFORE_WORTH.exec(before)?.[1]);
  if (source.counted === "" && before.endsWith(" for ")) add(BEFORE_FOR.exec(before)?.[1]);
  if (hasPlace) add(OF_IT.exec(after)?.[1]);
  if (hasPlace && /\bof (?:which|it|that|this|these) $/.test(before)) add(WAS_OF.exec(after)?.[1]);
  if (scopes.length === 0 && CAPITAL.test(before) && SUPPLIES.test(before))
    add(SUBJECT_PLACE.exec(before)?.[1]);
  for (const match of hasPlace ? after.matchAll(PLACES_AFTER) : []) {
    const isProduct = product?.[1] !== undefined && match.index < product[0].length && match[1] === "in";
    if (!isProduct) add(match[1] === "in" ? match[2] : `${match[1]} ${match[2]}`);
  }
  for (const match of hasPlace ? after.matchAll(CITY_AFTER) : [])
    if (!MONTH.test(match[1] ?? "")) add(match[1]);
  add(LEADING_PLACE.exec(text)?.[1]);
  addRate(after, before, add);
  return scopes;
}

function addRate(after: string, before: string, add: (words: string) => void): void {
  const rate = RATE.exec(after);
  const word = (rate?.[1] ?? rate?.[2] ?? rate?.[3] ?? rate?.[4])?.toLowerCase();
  if (word) return add(`per ${RATE_WORDS[word] ?? word}`);
  const earlier = RATE_BEFORE.exec(before)?.[1]?.toLowerCase();
  if (!earlier) return;
  add(RATE_WORDS[earlier] ? `per ${RATE_WORDS[earlier]}` : earlier);
}
