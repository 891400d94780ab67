/**
 * Words by which a sentence passes on what somebody said: who said it is then asked for, though the sentence names nobody.
 * Kept to forms that are seldom nouns, as "reports" and "claims" are in a check. What we say ourselves, what can or
 * cannot be said, and what somebody does not say passes on nobody's words.
 */
const english: readonly RegExp[] = [
  /\baccording to\b/iu,
  /(?<!\b(?:we|i|be|been)\s(?:have\s|had\s)?)\b(?:says|said|tells|told|stated|announced|admit(?:s|ted)|den(?:ies|ied)|insist(?:s|ed)|argue[sd]|declare[sd]|allege[sd]|assert(?:s|ed))\b/iu,
  /(?<!(?:\b(?:we|i|to|not|can|cannot|could|may|might|must|shall|should|would)|n['’]t)\s)\bsay\b/iu,
];
const ukrainian: readonly RegExp[] = [
  /(?<!\p{L})(?:за\s+(?:словами|даними|твердженням|повідомленням)|згідно\s+з|відповідно\s+до)(?!\p{L})/iu,
  /(?<!\p{L})(?:каже|кажуть|сказа(?:в|ла|ли)|говорить|говорять|(?:заяви|повідоми|розпові|стверджува|запевня|запевни)(?:в|ла|ли|ло)|розпові(?:дає|дають)|заявля(?:є|ють)|повідомля(?:є|ють)|стверджу(?:є|ють)|запевня(?:є|ють)|заперечу(?:є|ють|вав|вала|вали))(?!\p{L})/iu,
];

/** Whether a sentence in this language (BCP 47) attributes what it says; false in languages whose words are not known. */
export function passesOnWords(text: string, language: string): boolean {
  if (/^en\b/iu.test(language)) return english.some((words) => words.test(text));
  return /^uk\b/iu.test(language) && ukrainian.some((words) => words.test(text));
}
