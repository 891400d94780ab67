/**
 * A text as equality sees it, with the way back: `sourceStart[i]` and `sourceEnd[i]` are the code-point offsets of
 * what the folded UTF-16 unit `i` was made from.
 */
export type FoldedText = { text: string; sourceStart: Uint32Array; sourceEnd: Uint32Array };

/** Soft hyphen, zero-width space, word joiner, zero-width no-break space. (ZWJ and ZWNJ are spelling and stay.) */
const INVISIBLE = new Set([0x00ad, 0x200b, 0x2060, 0xfeff]);
/** Marks of one kind fold to one mark; a double never becomes a single. */
const DOUBLE_MARKS = new Set([..."“”„‟«»＂〝〞〟"].map((mark) => mark.codePointAt(0)));
const SINGLE_MARKS = new Set([..."‘’‚‛‹›＇ʼ"].map((mark) => mark.codePointAt(0)));
/** Combining marks and trailing Hangul jamo: what NFC may join to the character before. */
const JOINS = /[\p{M}\u1160-\u11FF]/u;

function isSpace(codePoint: number): boolean {
  if (codePoint < 0x80) return codePoint === 0x20 || (codePoint >= 9 && codePoint <= 13);
  return (
    codePoint === 0xa0 ||
    codePoint === 0x85 ||
    codePoint === 0x1680 ||
    (codePoint >= 0x2000 && codePoint <= 0x200a) ||
    codePoint === 0x2028 ||
    codePoint === 0x2029 ||
    codePoint === 0x202f ||
    codePoint === 0x205f ||
    codePoint === 0x3000
  );
}

/** How many visible ASCII characters begin at `unit`, less the last, to which a combining mark might belong. */
function plainRun(text: string, unit: number): number {
  let end = unit;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code < 0x21 || code > 0x7e) break;
  }
  return Math.max(0, end - unit - 1);
}

class FoldBuilder {
  private out: string[] = [];
  private length = 0;
  private starts: Uint32Array;
  private ends: Uint32Array;
  private group = "";
  private groupStart = 0;
  private groupEnd = 0;

  constructor(capacity: number) {
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }

  emit(text: string, start: number, end: number): void {
    if (this.length + text.length > this.starts.length) this.grow(text.length);
    this.out.push(text);
    for (let unit = 0; unit < text.length; unit += 1) {
      this.starts[this.length] = start;
      this.ends[this.length] = end;
      this.length += 1;
    }
  }

  /** Adds a character that NFC may join to the group before it. */
  add(character: string, codePoint: number, at: number): void {
    if (codePoint >= 0x300 && this.group !== "" && JOINS.test(character)) {
      this.group += character;
      this.groupEnd = at + 1;
      return;
    }
    this.flush();
    this.group = character;
    this.groupStart = at;
    this.groupEnd = at + 1;
  }

  /** A space, extended when the run goes on. */
  space(at: number): void {
    this.flush();
    if (this.length > 0 && this.out[this.out.length - 1] === " ") this.ends[this.length - 1] = at + 1;
    else this.emit(" ", at, at + 1);
  }

  /** Characters that fold to themselves, one unit and one code point each. */
  run(characters: string, at: number): void {
    this.flush();
    if (this.length + characters.length > this.starts.length) this.grow(characters.length);
    this.out.push(characters);
    for (let unit = 0; unit < characters.length; unit += 1) {
      this.starts[this.length] = at + unit;
      this.ends[this.length] = at + unit + 1;
      this.length += 1;
    }
  }

  flush(): void {
    if (this.group === "") return;
    // One character below U+0300 is its own NFC form.
    const isPlain = this.group.length === 1 && this.group.charCodeAt(0) < 0x300;
    this.emit(isPlain ? this.group : this.group.normalize("NFC"), this.groupStart, this.groupEnd);
    this.group = "";
  }

  finish(): FoldedText {
    this.flush();
    return {
      text: this.out.join(""),
      sourceStart: this.starts.subarray(0, this.length),
      sourceEnd: this.ends.subarray(0, this.length),
    };
  }

  private grow(by: number): void {
    const capacity = Math.max(this.starts.length * 2, this.length + by);
    const [starts, ends] = [this.starts, this.ends];
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}

/**
 * Folds a text for comparing words: NFC, quotation marks of one kind to one, soft hyphens and zero-width spaces
 * away, every run of white space to one space. Case, dashes, digits and letters stay what they are.
 */
export function foldText(text: string): FoldedText {
  const builder = new FoldBuilder(text.length + 16);
  let at = 0;
  for (let unit = 0; unit < text.length; at += 1) {
    const run = plainRun(text, unit);
    if (run > 0) {
      builder.run(text.slice(unit, unit + run), at);
      unit += run;
      at += run;
    }
    const codePoint = text.codePointAt(unit) ?? 0;
    const width = codePoint > 0xffff ? 2 : 1;
    if (isSpace(codePoint)) builder.space(at);
    else if (!INVISIBLE.has(codePoint)) {
      if (DOUBLE_MARKS.has(codePoint)) builder.add('"', 0x22, at);
      else if (SINGLE_MARKS.has(codePoint)) builder.add("'", 0x27, at);
      else builder.add(text.slice(unit, unit + width), codePoint, at);
    }
    unit += width;
  }
  return builder.finish();
}

/** The folded form alone, without space around it: two passages are the same words when these are equal. */
export function foldedWords(text: string): string {
  return foldText(text).text.trim();
}

/** Code-point range in the source of the folded UTF-16 range `start` to `end` (not empty). */
export function sourceRange(folded: FoldedText, start: number, end: number): { start: number; end: number } {
  const from = folded.sourceStart[start] ?? 0;
  return { start: from, end: end > start ? (folded.sourceEnd[end - 1] ?? from) : from };
}

/** Whether a folded range takes its source characters whole: no half of a pair, no part of a composed character. */
export function isWholeSource(folded: FoldedText, start: number, end: number): boolean {
  const from = folded.sourceStart;
  return (
    (start === 0 || from[start - 1] !== from[start]) &&
    (end >= folded.text.length || from[end - 1] !== from[end])
  );
}
