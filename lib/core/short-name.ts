/** The text on one line, at most `most` characters of it (Unicode code points), with an ellipsis where it was cut. */
export function shortName(text: string, most: number): string {
  // No more than a letter of four code units each is looked at: texts may be very long.
  const letters = Array.from(
    text
      .slice(0, 4 * most)
      .replace(/\s+/g, " ")
      .trim(),
  );
  if (letters.length <= most) return letters.join("");
  return `${letters
    .slice(0, most - 1)
    .join("")
    .trimEnd()}…`;
}
