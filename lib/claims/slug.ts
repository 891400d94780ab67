/** A readable address of at most 80 characters from a claim's words, Latin letters and digits only; never empty. */
export function slugOf(text: string): string {
  const latin = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\$/g, " ")
    .replace(/[^a-z0-9]+/g, "-");
  const words = latin.split("-").filter(Boolean);
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length + 1 > 80) break;
    slug = slug ? `${slug}-${word}` : word;
  }
  return slug || "claim";
}
