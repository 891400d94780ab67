const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCharCode(code));

/** The value of a decimal digit: Unicode lays each script's ten out in a row, from a code that ends in 0 or in 6. */
function valueOf(digit: string): string {
  const code = digit.charCodeAt(0);
  const row = code & ~0xf;
  return String(code - (isDigit(row) ? row : row + 6));
}

/**
 * The text with the digits of every script (General_Category Nd) as 0 to 9 and the Arabic marks in numbers as "." and ",",
 * so that "٤٢٫٥" reads "42.5". As long as before, so that places in it stay.
 */
export function westernDigits(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text
    .replace(/[^\P{Nd}0-9]/gu, (digit) => (digit.length === 1 ? valueOf(digit) : digit))
    .replace(/(?<=\d)٫(?=\d)/g, ".")
    .replace(/(?<=\d)٬(?=\d)/g, ",");
}
