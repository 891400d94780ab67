import type { VersionChange } from "./version-changes";

type Pieces = VersionChange["pieces"];
type Change = { keptBefore: string; removed: string; added: string };

/** So many words between two changes may stand in both texts by chance: "and", "for the", a comma. */
const mostByChance = 3;
/** So many words must change around each of them; where it is fewer, what was kept is worth seeing. */
const changedForEach = 6;

/**
 * The same changes in fewer pieces: a sentence of which little survives is shown as replaced, and does not hang on the few
 * words that stand in both. What was kept and removed is still the old text, what was kept and added the new one.
 */
export function joinChanges(pieces: Pieces): Pieces {
  const joined: Change[] = [];
  for (const change of changesOf(pieces)) {
    const last = joined.at(-1);
    if (last && isByChance(last, change)) {
      last.removed += change.keptBefore + change.removed;
      last.added += change.keptBefore + change.added;
    } else joined.push({ ...change });
  }
  return joined.flatMap(({ keptBefore, removed, added }) => [
    ...(keptBefore ? [{ text: keptBefore, how: "same" as const }] : []),
    ...(removed ? [{ text: removed, how: "removed" as const }] : []),
    ...(added ? [{ text: added, how: "added" as const }] : []),
  ]);
}

/** Each change with what was kept before it; what is kept at the end is a change of nothing. */
function changesOf(pieces: Pieces): Change[] {
  const changes: Change[] = [{ keptBefore: "", removed: "", added: "" }];
  for (const { text, how } of pieces) {
    if (how === "same") changes.push({ keptBefore: text, removed: "", added: "" });
    else changes.at(-1)![how] += text;
  }
  return changes;
}

function isByChance(last: Change, { keptBefore, removed, added }: Change): boolean {
  if (/[.!?…]\s|\n/u.test(keptBefore)) return false;
  const around = [wordsIn(last.removed) + wordsIn(last.added), wordsIn(removed) + wordsIn(added)] as const;
  const kept = wordsIn(keptBefore);
  if (around[0] === 0 || around[1] === 0 || kept > mostByChance) return false;
  return around[0] + around[1] >= changedForEach * Math.max(kept, 1);
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
