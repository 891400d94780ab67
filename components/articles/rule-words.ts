const words: Record<string, string> = {
  "agency in the byline": "The byline says",
  "agency in the dateline": "The first line says",
  "according to a document or a group": "The text says",
  "own reporting": "The text says",
  "our own conversation": "We spoke with the source ourselves",
  "canonical address at X": "The page gives as its own address",
  "links to X": "The text links to it",
  "one owner": "Both have one owner",
  "same data": "Both draw on the same data",
  "same interview": "Both quote the same interview",
  "same statement": "Both quote the same statement",
  "same words": "When they were compared, both had the same words",
  "shared sentences": "When they were compared, both had the same sentences",
  "shared rare names and figures": "When they were compared, both had the same rare names and figures",
  "by hand": "Suggested by a person",
};

/**
 * Why a rule suggests a source, as the words that lead to the quoted ones. Rules are named after their pattern ("told X"),
 * which is no answer for a person; a reason that a person wrote is kept as it is. What two texts had in common was read when
 * they were compared: the text on the page may be a later one.
 */
export function ruleWords(rule: string): string {
  const known = words[rule];
  if (known) return known;
  if (/headline$/.test(rule)) return "The headline says";
  return /\bX\b/.test(rule) ? "The text says" : rule;
}
