import type { AttributionType, DossierOrigin } from "../claims/dossier";

/** Where a cue is looked for. */
export type CuePlace = "title" | "byline" | "text";

/**
 * One way in which a language says where it has something from. The pattern names its parts: `outlet` (a capitalised
 * name) and `material` (what was seen). `unknownOutlets` says whether a name that is on no list of outlets may still be
 * taken for one.
 */
export type Cue = {
  rule: string;
  language: string;
  places: readonly CuePlace[];
  type: AttributionType;
  pattern: RegExp;
  unknownOutlets: boolean;
  /** Whoever told stands before the match in the same sentence. */
  hasSpeaker?: boolean;
};

/** A capitalised name of up to six words; bounded, so that matching stays linear. */
const name = String.raw`(?:\p{Lu}[\p{L}\p{N}&'’-]{0,30}(?:\.(?=\p{Lu}))?)(?: (?:(?:of|de|for|and) )?\p{Lu}[\p{L}\p{N}&'’-]{0,30}){0,5}`;
const outlet = `(?:[Tt]he )?(?<outlet>${name})`;
const words = String.raw`[\p{L}\p{N}$%'’-]{1,30}(?: [\p{L}\p{N}$%'’-]{1,30}){0,7}?`;
const seen =
  "(?:seen|reviewed|obtained|viewed|examined|verified|analysed|analyzed|cited|collected|compiled) by";

/** In order of strength: the first rule that explains a stretch of text is the one that is shown. */
export const cues: readonly Cue[] = [
  {
    rule: "material seen by X",
    language: "en",
    places: ["text"],
    type: "cites",
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
    pattern: new RegExp(`${seen} ${outlet}`, "gu"),
    unknownOutlets: false,
  },
  {
    rule: "according to X",
    language: "en",
    places: ["title", "text"],
    type: "cites",
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
    language: "en",
    places: ["text"],
    type: "republishes",
    pattern: new RegExp(`(?<=^[^\\n(]{0,60})\\(${outlet}\\) ?[-–—:]`, "gu"),
    unknownOutlets: false,
  },
  {
    rule: "agency in the byline",
    language: "en",
    places: ["byline"],
    type: "republishes",
    pattern: new RegExp(`(?:^(?:[Bb]y )?|[/,|&] ?|\\b(?:[Bb]y|with|and|via) )${outlet}(?=$|[/,|& ])`, "gu"),
    unknownOutlets: false,
  },
];

/** An article that says that it found something out itself. */
export const ownReportingCues: readonly { language: string; pattern: RegExp }[] = [
  {
    language: "en",
    pattern:
      /\b(?:our (?:reporters?|correspondents?|journalists?|investigation)|told (?:us|this newspaper|this reporter)|(?:seen|reviewed|obtained) by (?:us|this newspaper)|in an interview with (?:us|this newspaper)|we (?:have )?(?:obtained|reviewed|spoke to|interviewed|visited))\b/giu,
  },
];

/** Agencies and outlets that are quoted by their bare name, with other spellings and their sites. */
export const knownOutlets: readonly { name: string; also: readonly string[]; host: string | null }[] = [
  { name: "Reuters", also: ["Thomson Reuters"], host: "reuters.com" },
  { name: "Associated Press", also: ["AP", "The AP"], host: "apnews.com" },
  { name: "AFP", also: ["Agence France-Presse"], host: "afp.com" },
  { name: "Bloomberg", also: ["Bloomberg News"], host: "bloomberg.com" },
  { name: "BBC", also: ["BBC News"], host: "bbc.com" },
  { name: "CNN", also: [], host: "cnn.com" },
  { name: "CNBC", also: [], host: "cnbc.com" },
  { name: "NBC News", also: ["NBC"], host: "nbcnews.com" },
  { name: "CBS News", also: ["CBS"], host: "cbsnews.com" },
  { name: "ABC News", also: ["ABC"], host: "abcnews.go.com" },
  { name: "NPR", also: [], host: "npr.org" },
  { name: "Politico", also: [], host: "politico.com" },
  { name: "Axios", also: [], host: "axios.com" },
  { name: "Financial Times", also: ["FT"], host: "ft.com" },
  { name: "New York Times", also: ["NYT"], host: "nytimes.com" },
  { name: "Wall Street Journal", also: ["WSJ"], host: "wsj.com" },
  { name: "Washington Post", also: ["WaPo"], host: "washingtonpost.com" },
  { name: "Guardian", also: [], host: "theguardian.com" },
  { name: "Spiegel", also: ["Der Spiegel"], host: "spiegel.de" },
  { name: "Le Monde", also: [], host: "lemonde.fr" },
  { name: "dpa", also: ["DPA"], host: "dpa.com" },
  { name: "EFE", also: [], host: "efe.com" },
  { name: "ANSA", also: [], host: "ansa.it" },
  { name: "Kyodo", also: ["Kyodo News"], host: "kyodonews.net" },
  { name: "Yonhap", also: ["Yonhap News Agency"], host: "yna.co.kr" },
  { name: "Xinhua", also: [], host: "xinhuanet.com" },
  { name: "TASS", also: [], host: "tass.com" },
  { name: "Interfax", also: [], host: "interfax.com" },
  { name: "Ukrinform", also: [], host: "ukrinform.net" },
  { name: "Al Jazeera", also: [], host: "aljazeera.com" },
  { name: "UPI", also: [], host: "upi.com" },
  { name: "PA", also: ["Press Association", "PA Media"], host: null },
];

/** A name that ends like this is an outlet's. */
export const outletEndings =
  /(?: |^)(?:Times|Post|Journal|Tribune|Herald|Gazette|Telegraph|Guardian|Independent|Chronicle|Observer|Courier|Inquirer|Mail|News|Press|Magazine|Radio|TV|Television|News Agency|Broadcasting Corporation)$/u;

/** What kind of origin a phrase names; the first that fits. */
export const originKinds: readonly {
  language: string;
  pattern: RegExp;
  kind: DossierOrigin["kind"];
  unnamed: boolean;
}[] = [
  {
    language: "en",
    pattern:
      /\b(?:officials?|sources?|persons?|people|diplomats?|insiders?|employees?|spokes(?:man|woman|person)|executives?|witness(?:es)?|analysts?|experts?)\b/iu,
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
