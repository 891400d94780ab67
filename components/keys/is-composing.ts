import type { KeyboardEvent as FieldEvent } from "react";

/**
 * Whether a key belongs to a word that is still being put together, as in Japanese, Chinese or Korean: its Enter, Escape and
 * arrows are the input method's. Safari ends the word before it tells of the key, which only the key's code then says.
 */
export function isComposing(event: KeyboardEvent | FieldEvent): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  return native.isComposing || native.keyCode === 229;
}
