/** What a cleaner of one format gives; `null` when the file does not keep to its format. */
export type CleanedPicture = { width: number; height: number; bytes: Uint8Array } | null;

/** Byte strings one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
