/** Somebody who can be named: display name, and the part of the e-mail address before the @ as a handle. */
export type Mentionable = { id: string; name: string; handle: string };

/** Where a text names people with an @, and names that fit several people and so mean nobody. */
export type Mentions = {
  found: { id: string; start: number; end: number }[];
  unclear: string[];
};

const fold = (text: string) => text.normalize("NFC").toLowerCase();
const wordChar = /[\p{L}\p{M}\p{N}_]/u;
/** Nothing before it that would make it an e-mail address or a path. */
const before = /[\p{L}\p{M}\p{N}_.+\-/]/u;

/** Whether `name` stands at `at` as whole words, however its blanks are typed; answers where it ends, or -1. */
function endOf(text: string, at: number, name: string): number {
  let end = at;
  for (const word of name.split(/\s+/).filter(Boolean)) {
    if (end > at) {
      const blank = /^[ \t\u00a0]+/.exec(text.slice(end, end + 8));
      if (!blank) return -1;
      end += blank[0].length;
    }
    if (fold(text.slice(end, end + word.length)) !== fold(word)) return -1;
    end += word.length;
  }
  return end === at || wordChar.test(text[end] ?? "") ? -1 : end;
}

type Match = { ids: Set<string>; end: number };

/** Everyone whom the longest fitting name at this place means: full names and handles first, then first names alone. */
function matchAt(text: string, at: number, people: readonly Mentionable[]): Match | null {
  let best: Match | null = null;
  const consider = (id: string, name: string) => {
    const end = name ? endOf(text, at, name) : -1;
    if (end < 0 || (best && end < best.end)) return;
    if (best && end === best.end) best.ids.add(id);
    else best = { ids: new Set([id]), end };
  };
  for (const person of people) consider(person.id, person.name);
  for (const person of people) consider(person.id, person.handle);
  // An e-mail address is no handle with something after it.
  if (!best) for (const person of people) consider(person.id, person.name.split(/\s+/)[0] ?? "");
  return best;
}

/**
 * The people whom a comment names: `@Iryna Koval`, `@iryna` where only one is called so, or `@` and the part of the e-mail
 * address before its own @. Offsets are in UTF-16 units and include the @. Composed and decomposed letters are the same.
 */
export function mentionsIn(text: string, people: readonly Mentionable[]): Mentions {
  const composed = text.normalize("NFC");
  const found: Mentions["found"] = [];
  const unclear = new Set<string>();
  for (let at = composed.indexOf("@"); at >= 0; at = composed.indexOf("@", at + 1)) {
    if (at > 0 && before.test(composed[at - 1]!)) continue;
    const match = matchAt(composed, at + 1, people);
    if (!match) continue;
    const [id] = match.ids;
    if (match.ids.size > 1) unclear.add(composed.slice(at + 1, match.end));
    else found.push({ id: id!, start: at, end: match.end });
  }
  return { found, unclear: [...unclear] };
}
