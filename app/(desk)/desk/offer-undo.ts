import type { UndoOffer } from "@/components/ui/form-state";

/** Takes back what an entry of the log says was done; nothing is offered where nothing was. */
export function undoEntry(words: string, entryId: string | null): UndoOffer | undefined {
  return entryId === null ? undefined : { words, act: "take-back", fields: { entryId } };
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
