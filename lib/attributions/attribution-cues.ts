import type { Cue, CueLanguage, OriginKindRow, PhraseRow } from "./cue";
import { englishCues, englishImpersonal, englishOriginKinds, englishOwnReporting } from "./cues-english";
import { russianCues, russianImpersonal, russianOriginKinds, russianOwnReporting } from "./cues-russian";
import {
  ukrainianCues,
  ukrainianImpersonal,
  ukrainianOriginKinds,
  ukrainianOwnReporting,
} from "./cues-ukrainian";

/** In order of strength within a language: the first rule that explains a stretch of text is the one that is shown. */
export const cues: readonly Cue[] = [...englishCues, ...ukrainianCues, ...russianCues];
export const originKindRows: readonly OriginKindRow[] = [
  ...englishOriginKinds,
  ...ukrainianOriginKinds,
  ...russianOriginKinds,
];
export const ownReportingCues: readonly PhraseRow[] = [
  ...englishOwnReporting,
  ...ukrainianOwnReporting,
  ...russianOwnReporting,
];
export const impersonalCues: readonly PhraseRow[] = [
  ...englishImpersonal,
  ...ukrainianImpersonal,
  ...russianImpersonal,
];

/** Whether a row speaks for a text's language (BCP 47, `null` when unknown: then every row does). */
export function speaksFor(row: { language: CueLanguage }, language: string | null): boolean {
  return language === null || row.language === "any" || language.toLowerCase().split("-")[0] === row.language;
}
