/** The Idempotency-Key of an upload, and all that it was sent with. */
export type UploadKey = { key: string; sent: readonly [string, string | File][] };

/**
 * The key to send a form with: the one before when nothing in it has changed since, so that an upload whose answer was lost
 * is made once; else the new one, as a key stands for one body (a file is the same only as long as it is the same choice).
 */
export function uploadKey(before: UploadKey | null, form: FormData, fresh: string): UploadKey {
  const sent = [...form];
  const isSame =
    before !== null &&
    before.sent.length === sent.length &&
    before.sent.every(
      ([name, value], index) => sent[index]![0] === name && isSameValue(sent[index]![1], value),
    );
  return isSame ? before : { key: fresh, sent };
}

function isSameValue(one: string | File, other: string | File): boolean {
  if (typeof one === "string" || typeof other === "string") return one === other;
  return (
    one.name === other.name &&
    one.size === other.size &&
    one.lastModified === other.lastModified &&
    one.type === other.type
  );
}
