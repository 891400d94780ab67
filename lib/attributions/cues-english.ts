import type { Cue, OriginKindRow, PhraseRow } from "./cue";

/** A capitalised name of up to six words; bounded, so that matching stays linear. */
const name = String.raw`(?:\p{Lu}[\p{L}\p{N}&'’-]{0,30}(?:\.(?=\p{Lu}))?)(?: (?:(?:of|de|for|and) )?\p{Lu}[\p{L}\p{N}&'’-]{0,30}){0,5}`;
const outlet = `(?:[Tt]he )?(?<outlet>${name})`;
const words = String.raw`[\p{L}\p{N}$%'’-]{1,30}(?: [\p{L}\p{N}$%'’-]{1,30}){0,7}?`;
const seen =
  "(?:seen|reviewed|obtained|viewed|examined|verified|analysed|analyzed|cited|collected|compiled) by";

const seenBy = new RegExp(seen, "u");

/** In order of strength: the first rule that explains a stretch of text is the one that is shown. */
export const englishCues: readonly Cue[] = [
  {
    rule: "material seen by X",
    language: "en",
    places: ["text"],
    type: "cites",
    needs: seenBy,
    pattern: new RegExp(
      `(?:(?:[Aa]ccording to|[Cc]iting|[Bb]ased on|[Ff]rom|[Ii]n) )(?<material>${words}),? (?:that (?:was|were) )?${seen} ${outlet}`,
      "gu",
    ),
    unknownOutlets: true,
  },
  {
    rule: "told X",
    language: "en",
    places: ["text"],
    type: "cites",
    needs: /told|confirmed to|said to|spoke to|admitted to|interview with|statement to|comments to/u,
    pattern: new RegExp(
      `\\b(?:told|confirmed to|said to|spoke to|admitted to|in an interview with|in a statement to|in comments to) ${outlet}`,
      "gu",
    ),
    unknownOutlets: false,
    hasSpeaker: true,
  },
  {
    rule: "seen by X",
    language: "en",
    places: ["text"],
    type: "cites",
    needs: seenBy,
    pattern: new RegExp(`${seen} ${outlet}`, "gu"),
    unknownOutlets: false,
  },
  {
    rule: "material seen by X",
    language: "en",
    places: ["text"],
    type: "cites",
    needs: /\b(?:seen|saw|read|reviewed|obtained|examined|analy[sz]ed)\b/u,
    // Begun at a word, not at each of its letters.
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}$%'’-])(?<material>${words}),? (?:which|that|copies of which) ${outlet} (?:has |had |have )?(?:seen|saw|read|reviewed|obtained|examined|analy[sz]ed)\\b`,
      "gu",
    ),
    unknownOutlets: false,
  },
  {
    rule: "first reported by X",
    language: "en",
    places: ["title", "text"],
    type: "cites",
    needs: /first (?:reported|published|revealed|disclosed) /u,
    pattern: new RegExp(
      `\\b(?:(?:was|were|had been) )?first (?:reported|published|revealed|disclosed) (?:by|in) ${outlet}`,
      "gu",
    ),
    unknownOutlets: true,
  },
  {
    rule: "according to X",
    language: "en",
    places: ["title", "text"],
    type: "cites",
    needs: /ccording to |iting |uoted by |eport(?:ed|s)? (?:by|from|in) /u,
    pattern: new RegExp(
      `(?:[Aa]ccording to|[Cc]iting|[Qq]uoted by|[Aa]s reported by|[Rr]eport(?:ed|s)? (?:by|from|in)) (?:(?:a|an|the) (?:report|investigation|story|article) (?:by|from|in) )?${outlet}`,
      "gu",
    ),
    unknownOutlets: false,
  },
  {
    rule: "according to a document or a group",
    language: "en",
    places: ["text"],
    type: "cites",
    needs: /ccording to |iting /u,
    pattern: new RegExp(
      `(?:[Aa]ccording to|[Cc]iting) (?<material>${words})(?=[.,;:)\\n]|$| (?:that|which|who|published|released|cited|said|in|on|for|between)\\b)`,
      "gmu",
    ),
    unknownOutlets: false,
  },
  {
    rule: "X reported",
    language: "en",
    places: ["title", "text"],
    type: "cites",
    needs: / (?:reported|reports|revealed|reveals|found|writes|wrote|said|says|learned|published)\b/u,
    pattern: new RegExp(
      `${outlet}(?:['’]s?)?(?: (?:news agency|newspaper|magazine|website))? (?:(?:first|also|has|had|earlier) ){0,2}(?:reported|reports|revealed|reveals|found|writes|wrote|said|says|learned|published)\\b`,
      "gu",
    ),
    unknownOutlets: false,
  },
  {
    rule: "X at the start of the headline",
    language: "en",
    places: ["title"],
    type: "cites",
    pattern: new RegExp(`^${outlet}: `, "gu"),
    unknownOutlets: false,
  },
  {
    rule: "X at the end of the headline",
    language: "en",
    places: ["title"],
    type: "cites",
    pattern: new RegExp(` [-–—|:] ${outlet}$`, "gu"),
    unknownOutlets: false,
  },
  {
    rule: "agency in the dateline",
    language: "any",
    places: ["text"],
    type: "republishes",
    needs: /\(/u,
    // The bracket comes first: looking back from every letter of a long text takes longer than all other rules.
    pattern: new RegExp(`\\((?<=^[^\\n(]{0,60}\\()${outlet}\\) ?[-–—:]`, "gmu"),
    unknownOutlets: false,
  },
  {
    rule: "agency in the byline",
    language: "any",
    places: ["byline"],
    type: "republishes",
    pattern: new RegExp(`(?:^(?:[Bb]y )?|[/,|&] ?|\\b(?:[Bb]y|with|and|via) )${outlet}(?=$|[/,|& ])`, "gu"),
    unknownOutlets: false,
  },
];

/** An article that says that it found something out itself. */
export const englishOwnReporting: readonly PhraseRow[] = [
  {
    language: "en",
    pattern:
      /\b(?:our (?:reporters?|correspondents?|journalists?|investigation)|told (?:us|this newspaper|this reporter)|(?:seen|reviewed|obtained) by (?:us|this newspaper)|in an interview with (?:us|this newspaper)|we (?:have )?(?:obtained|reviewed|spoke to|interviewed|visited))\b/giu,
  },
];

/** "It was revealed that": words that stand where a source would. */
export const englishImpersonal: readonly PhraseRow[] = [
  {
    language: "en",
    pattern:
      /\b(?:(?:media |news |some |recent |various )?reports (?:have )?(?:show|suggest|say|said|indicate|claim|reveal)(?:ed|s)?|it (?:was|has been|is|were) (?:also )?(?:revealed|reported|claimed|alleged|disclosed|understood|said)|it (?:has )?(?:since |also )?(?:emerged|turned out|transpired)|has come to light|reportedly|according to (?:media |news |various )?reports|(?:is|are|was|were) (?:said|reported|understood) to)\b/giu,
  },
];

/** The first that fits. */
export const englishOriginKinds: readonly OriginKindRow[] = [
  {
    language: "en",
    pattern:
      /\b(?:officials?|sources?|persons?|people|diplomats?|insiders?|employees?|spokes(?:man|woman|person)|executives?|witness(?:es)?|analysts?|experts?|managers?|aides?|lawyers?|lawmakers?|workers?|residents?)\b/iu,
    kind: "person",
    unnamed: true,
  },
  {
    language: "en",
    pattern: /\b(?:data|figures|statistics|dataset|database|numbers)\b/iu,
    kind: "dataset",
    unnamed: false,
  },
  {
    language: "en",
    pattern: /\b(?:records?|regist(?:er|ry)|filings?|court papers|invoices?|ruling|verdict|indictment)\b/iu,
    kind: "record",
    unnamed: false,
  },
  {
    language: "en",
    pattern:
      /\b(?:documents?|reports?|study|survey|memos?|letters?|e?-?mails?|transcripts?|statement|press release|contracts?)\b/iu,
    kind: "document",
    unnamed: false,
  },
  {
    language: "en",
    pattern: /\b(?:footage|videos?|recordings?|photos?|photographs?|images?|audio)\b/iu,
    kind: "recording",
    unnamed: false,
  },
  {
    language: "en",
    pattern:
      /\b(?:ministry|agency|police|court|office|department|commission|committee|bureau|company|government|authority|council|bank|union|university|institute|association|organi[sz]ation|group)\b/iu,
    kind: "organisation",
    unnamed: false,
  },
];
