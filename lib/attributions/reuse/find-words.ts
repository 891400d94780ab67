/** Whether a UTF-16 unit by itself is what `pattern` matches; each is asked once and then looked up. */
function unitTest(pattern: RegExp): (unit: number) => boolean {
  const known = new Uint8Array(0x10000);
  return (unit) => {
    known[unit] ||= pattern.test(String.fromCharCode(unit)) ? 2 : 1;
    return known[unit] === 2;
  };
}

const letterOrDigit = /^[\p{L}\p{N}]/u;
const isLetterOrDigit = unitTest(letterOrDigit);
const isSmallLetter = unitTest(/^\p{Ll}/u);
const goesOnInSmallWord = unitTest(/^[\p{L}'’-]/u);
const isJoining = unitTest(/^['’.,-]/u);
const isLead = (unit: number) => (unit & 0xfc00) === 0xd800;

/** Where a run of letters and digits that begins here ends, in UTF-16 units. */
function endOfRun(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isLetterOrDigit(unit)) at += 1;
    else if (isLead(unit) && letterOrDigit.test(text.slice(at, at + 2))) at += 2;
    else break;
  }
  return at;
}

/**
 * Where the word that begins at `start` ends, in UTF-16 units; `start` itself where none does. Words are runs of letters
 * and digits, and one mark may stand between two of them ("don't", "1,000"): what
 * `[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*` matches. Looked up unit by unit, a page's words are found in a fraction of
 * the time that the pattern takes.
 */
export function endOfWord(text: string, start: number): number {
  let end = endOfRun(text, start);
  while (end > start && end < text.length && isJoining(text.charCodeAt(end))) {
    const next = endOfRun(text, end + 1);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

const SMALL_WORD = /(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’-]*/gu;

/** The words of a text that begin with a small letter, as `(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’-]*` matches them. */
export function smallWords(text: string): Set<string> {
  // Letters beyond the first plane are of two units: such texts are read the slow way.
  if (/[\ud800-\udfff]/.test(text)) return new Set(text.match(SMALL_WORD));
  const words = new Set<string>();
  let isInside = false;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    let end = at + 1;
    if (!isInside && isSmallLetter(unit)) {
      while (end < text.length && goesOnInSmallWord(text.charCodeAt(end))) end += 1;
      words.add(text.slice(at, end));
    }
    isInside = isLetterOrDigit(text.charCodeAt(end - 1));
    at = end;
  }
  return words;
}
