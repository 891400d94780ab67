/** So many letters at least has a name by which somebody can be reached; an address or a number may be shorter. */
const fewest = 5;
const isAddress = /[@\d/.]/;

/** What people write who leave nothing to reach them by. */
const nobody = /^(?:немає|не треба|не потрібно|анонім\p{L}*|anonym\p{L}*|not needed|no thanks|nobody)$/u;

const folded = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** Whether words say how to reach a reader: `contact` stands in them, and not inside of longer words. Of "-" or "no" nothing is told. */
export function tellsContact(words: string, contact: string): boolean {
  const [wanted, said] = [folded(contact), folded(words)];
  const count = (wanted.match(/[\p{L}\p{N}]/gu) ?? []).length;
  if (count < (isAddress.test(wanted) ? 2 : fewest) || nobody.test(wanted)) return false;
  const exactly = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${exactly}(?![\\p{L}\\p{N}])`, "u").test(said);
}
