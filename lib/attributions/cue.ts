import type { AttributionType, DossierOrigin } from "../claims/dossier";

/** Where a cue is looked for. */
export type CuePlace = "title" | "byline" | "text";

/** Languages whose ways of naming a source are written down; `any` is for marks that wires print in every language. */
export type CueLanguage = "en" | "uk" | "ru" | "any";

/**
 * One way in which a language says where it has something from. The pattern names its parts: `outlet` (a name),
 * `material` (what was seen) and `speaker` (a person's name). `unknownOutlets` says whether a name that is on no list of
 * outlets may still be taken for one. Patterns are bounded, so that matching stays linear.
 */
export type Cue = {
  rule: string;
  language: CueLanguage;
  places: readonly CuePlace[];
  type: AttributionType;
  pattern: RegExp;
  /**
   * Words of which some stand in whatever the pattern matches: only lines of an article that have one are read by it. For
   * patterns that match within a line.
   */
  needs?: RegExp;
  unknownOutlets: boolean;
  /** Whoever told stands before the match in the same sentence. */
  hasSpeaker?: boolean;
};

/** What kind of origin a phrase of a language names. */
export type OriginKindRow = {
  language: CueLanguage;
  pattern: RegExp;
  kind: DossierOrigin["kind"];
  unnamed: boolean;
};

/** Words by which an article says that it found something out itself, or that hide where it has it from. */
export type PhraseRow = { language: CueLanguage; pattern: RegExp };
