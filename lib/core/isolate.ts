/** Letters that are written from right to left: Hebrew to Arabic Extended-A, their presentation forms, and the scripts beyond. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Words of a right-to-left language for a place where no markup can set them apart, such as an option: without isolates
 * (U+2068, U+2069) they and the numbers and marks beside them change places. Source: Unicode Annex 9. Others as they are.
 */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
