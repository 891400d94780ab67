import { blankVerdict } from "./blank-verdict";

/** A write to the draft as the log keeps it: whose, and the fields it wrote; null where the words were erased. */
export type DraftWrite = { by: string | null; version: number; fields: Record<string, unknown> | null };

const { version: _version, ...unwritten } = blankVerdict;
const blank: Record<string, unknown> = { ...unwritten, sentenceNotes: [] };

/**
 * Of a draft at version `now`, the fields that `by` wrote after version `since`, or after what somebody else wrote since then,
 * as they said at that time: whoever saved over another's version gives that one back. `writes` are all there were, in any
 * order. `others` when the last write is somebody else's, `unknown` when the log does not tell enough.
 */
export function draftAsOf(
  writes: readonly DraftWrite[],
  { by, since, now }: { by: string; since: number; now: number },
): Record<string, unknown> | "others" | "unknown" {
  const inOrder = [...writes].sort((a, b) => a.version - b.version);
  const theirs = inOrder.findLast(
    (write) => write.by !== by && write.version > since && write.version <= now,
  );
  const from = theirs?.version ?? since;
  if (from === now) return "others";
  const after = inOrder.filter(({ version }) => version > from && version <= now);
  const before = inOrder.filter(({ version }) => version <= from);
  const isWhole = inOrder.every(({ fields }) => fields !== null);
  if (!isWhole || after.length !== now - from || before.length !== from) return "unknown";
  const touched = new Set(after.flatMap(({ fields }) => Object.keys(fields ?? {})));
  if ([...touched].some((field) => !(field in blank))) return "unknown";
  const valueOf = (field: string) =>
    before.findLast(({ fields }) => fields && field in fields)?.fields?.[field] ?? blank[field];
  return Object.fromEntries([...touched].map((field) => [field, valueOf(field)]));
}
