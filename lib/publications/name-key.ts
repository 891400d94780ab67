/** Code points; the digits and their hyphen are nine of them. */
const longest = 80;

/** FNV-1a, 32 bits, in eight hexadecimal digits (Fowler, Noll and Vo): tells names apart, keeps nothing secret. */
function digitsOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/**
 * The key of a topic's, claimant's or outlet's page, as it stands in the address (to be percent-encoded): small letters
 * and digits of any script with hyphens between. Names that differ in case, spaces or punctuation alone share a page.
 * Where more than that was left out (“C++”, “@desk”, a very long name) eight digits made of the name keep them apart.
 */
export function nameKey(name: string): string {
  const folded = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const words = folded
    .replace(/\s&\s/gu, " and ")
    .replace(/['’ʼ]/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  const isCut = [...words].length > longest;
  const isKept = !isCut && words !== "" && !/[\p{S}#@%*/\\&?!]/u.test(folded.replace(/\s&\s/gu, " "));
  if (isKept) return words;
  const digits = digitsOf(folded);
  const kept = [...words]
    .slice(0, longest - 9)
    .join("")
    .replace(/-+$/u, "");
  return kept === "" ? `x-${digits}` : `${kept}-${digits}`;
}
