"use client";

import type { ShortcutId } from "@/lib/shortcuts/shortcuts";
import { KeysDrawn } from "./keys-drawn";
import { useKeys } from "./keys-provider";

/** The keys of a shortcut beside what it does; nothing where this person has none. */
export function ShortcutHint({ id }: { id: ShortcutId }) {
  const { isOn, bindings } = useKeys();
  return isOn ? <KeysDrawn keys={bindings.get(id) ?? ""} /> : null;
}
