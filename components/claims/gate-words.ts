/** What is in order when the gate does not name these codes. */
const holds: [codes: string[], words: string][] = [
  [["rating-missing", "finding-missing"], "rating and finding"],
  [["review-missing", "review-outdated"], "reviews"],
  [["rating-against-marks"], "marks and rating"],
  [["quote-not-verbatim", "quote-altered"], "quotes word for word"],
  [["quote-cut"], "no quote cut short"],
  [["original-not-read"], "originals read"],
  [["origins-too-few"], "independent origins"],
  [["figures-unclassified"], "figures compared"],
  [["other-side-not-searched"], "other side searched"],
  [["reply-not-asked"], "reply asked"],
  [["sentence-uncovered"], "sentences cite evidence"],
];

/** The parts of the gate that hold, in words, given the codes of what is missing. */
export function holdsWords(missing: readonly string[]): string[] {
  return holds.flatMap(([codes, words]) => (codes.some((code) => missing.includes(code)) ? [] : [words]));
}
