/** So many letters and digits at least has an address, a number or a name by which somebody can be reached. */
const fewest = 5;

/** What people write who leave nothing to reach them by. */
const nobody = /^(?:немає|не треба|не потрібно|анонім\p{L}*|anonym\p{L}*|not needed|no thanks|nobody)$/u;

const folded = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

/** Whether words say how to reach a reader: `contact` stands in them, and not inside of longer words. Of "-" or "no" nothing is told. */
export function tellsContact(words: string, contact: string): boolean {
  const [wanted, said] = [folded(contact), folded(words)];
  if ((wanted.match(/[\p{L}\p{N}]/gu) ?? []).length < fewest || nobody.test(wanted)) return false;
  const exactly = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${exactly}(?![\\p{L}\\p{N}])`, "u").test(said);
}
