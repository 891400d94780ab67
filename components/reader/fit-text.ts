/** Rough advance of a character in em, for a grotesque such as Inter; no text is measured on the server. */
function advance(char: string): number {
  if (/[ilj.,:;'’|!()[\]ftrI іїІЇ]/.test(char)) return 0.33;
  if (/[mwMW@%—…шщжмюфыШЩЖМЮФЫ]/.test(char)) return 0.88;
  if (/[A-Z&А-ЯҐЄ]/.test(char)) return 0.68;
  if (
    /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
      char,
    )
  )
    return 1.02;
  return 0.58;
}

/** Estimated width of a line in px. */
export function textWidth(text: string, sizePx: number): number {
  let width = 0;
  for (const char of text) width += advance(char);
  return width * sizePx;
}

function cut(text: string, widthPx: number, sizePx: number, ending: string): string {
  let kept = "";
  for (const char of text) {
    if (textWidth(kept + char + ending, sizePx) > widthPx) break;
    kept += char;
  }
  return kept.trimEnd() + ending;
}

/** Breaks a text into at most `maxLines` lines of a width, the last one ending in "…" when words are left over. */
export function fitText(text: string, widthPx: number, sizePx: number, maxLines: number): string[] {
  const words = text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== "");
  const lines: string[] = [];
  let line = "";
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, sizePx) <= widthPx) {
      line = longer;
      continue;
    }
    if (lines.length === maxLines - 1) {
      const rest = words.slice(index).join(" ");
      return [...lines, cut(line === "" ? rest : `${line} ${rest}`, widthPx, sizePx, "…")];
    }
    if (line !== "") lines.push(line);
    line = word;
    if (textWidth(word, sizePx) > widthPx) {
      if (lines.length >= maxLines - 1) return [...lines, cut(word, widthPx, sizePx, "…")];
      const head = cut(word, widthPx, sizePx, "-").slice(0, -1);
      lines.push(`${head}-`);
      line = word.slice(head.length);
      if (textWidth(line, sizePx) > widthPx)
        return [...lines, cut(line, widthPx, sizePx, "…")].slice(0, maxLines);
    }
  }
  return line === "" ? lines : [...lines, line];
}
