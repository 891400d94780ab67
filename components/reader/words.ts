/** The words for a code, from a part of the catalogue; a code without words is shown with its hyphens opened. */
export function wordsFor(said: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(said, code) ? said[code] : undefined) ?? code.replaceAll("-", " ");
}
