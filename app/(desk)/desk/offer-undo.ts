import type { UndoOffer } from "@/components/ui/form-state";

/** Takes back what an entry of the log says was done; nothing is offered where nothing was. */
export function undoEntry(words: string, entryId: string): UndoOffer;
export function undoEntry(words: string, entryId: string | null): UndoOffer | undefined;
export function undoEntry(words: string, entryId: string | null): UndoOffer | undefined {
  return entryId === null ? undefined : { words, act: "take-back", fields: { entryId } };
}

/** Takes back all that these entries of the log say was done. */
export function undoEntries(words: string, entryIds: readonly string[]): UndoOffer | undefined {
  if (entryIds.length === 0) return undefined;
  return { words, act: "take-back-all", fields: { entryIds: entryIds.join(" ") } };
}

/** Takes back what was written to a draft after a version; nothing is offered when nothing was. */
export function undoDraft(
  { claimId, version }: { claimId: string; version: number },
  since: number,
): UndoOffer | undefined {
  if (version <= since) return undefined;
  const fields = { claimId, since: String(since), version: String(version) };
  return { words: "Draft saved.", act: "take-back-draft", fields };
}
