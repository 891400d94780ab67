import { shortcuts, shortcutScopes, type Shortcut, type ShortcutId, type ShortcutScope } from "./shortcuts";

/** The keys that a person changed, by shortcut; "" takes its key away. */
export type KeyChoices = Partial<Record<ShortcutId, string>>;

/** Whether a person uses the single keys, and what they changed. */
export type KeySettings = { isOn: boolean; keys: KeyChoices };

export const usualKeys: KeySettings = { isOn: true, keys: {} };

/** Every shortcut with the keys that it has for this person; "" where it has none. */
export type Bindings = ReadonlyMap<ShortcutId, string>;

const rows: readonly Shortcut[] = shortcuts;

/** One printable character, or two with a space between: what a person may choose. */
export function isKeys(text: string): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}]( [\p{L}\p{N}\p{P}\p{S}])?$/u.test(text);
}

/** True for keys that act without Control or Command, which WCAG 2.1.4 asks to be switchable: characters, not Enter or Escape. */
export function isCharacterKeys(keys: string): boolean {
  return isKeys(keys);
}

/** The keys of every shortcut for a person; what they may not change, or wrote in no sensible way, stays as usual. */
export function bindingsOf(choices: KeyChoices): Bindings {
  return new Map(
    rows.map(({ id, keys, isFixed }) => {
      const chosen = choices[id];
      const isUsable = chosen !== undefined && !isFixed && (chosen === "" || isKeys(chosen));
      return [id, isUsable ? chosen : keys];
    }),
  );
}

/** What is kept of a person's choices: known shortcuts that may be changed, and differ from the usual keys. */
export function cleanChoices(given: Readonly<Record<string, unknown>>): KeyChoices {
  return Object.fromEntries(
    rows.flatMap(({ id, keys, isFixed }) => {
      const chosen = given[id];
      if (isFixed || typeof chosen !== "string" || chosen === keys) return [];
      return chosen === "" || isKeys(chosen) ? [[id, chosen]] : [];
    }),
  );
}

export type KeyConflict = { id: ShortcutId; with: ShortcutId; keys: string };

/** Which shortcuts cannot be told apart where both mean something: the same keys, or one the beginning of the other. */
export function conflictsOf(bindings: Bindings): KeyConflict[] {
  return rows.flatMap((one, index) =>
    rows.slice(index + 1).flatMap((other) => {
      const [a, b] = [bindings.get(one.id) ?? "", bindings.get(other.id) ?? ""];
      if (!a || !b || !meet(one.scope, other.scope) || !clash(a, b)) return [];
      return [{ id: other.id, with: one.id, keys: b }];
    }),
  );
}

function clash(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** In the article its own keys go before those of a list, and a claim's before those of the list beside it: that is meant. A draft is a page of its own. */
function meet(a: ShortcutScope, b: ShortcutScope): boolean {
  if (a === b || a === "everywhere" || b === "everywhere") return true;
  if (a === "draft" || b === "draft") return false;
  return a !== "list" && b !== "list";
}

/** `code` is the place of the key on the keyboard, whatever is written on it: "KeyJ". */
export type KeyPress = { key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/**
 * A press as the table writes it: "j", "J", "Mod+k"; null for what is no key of ours, such as Alt with a letter. On a
 * keyboard that writes another alphabet a letter is the Latin one of its place, unless it is among the `bindings` itself.
 */
export function keyOf(press: KeyPress, bindings: Bindings): string | null {
  const { key, ctrlKey, metaKey, altKey } = press;
  if (key === "Dead" || key === "Unidentified" || key === "Shift") return null;
  if (altKey) return null;
  if (ctrlKey || metaKey) return `Mod+${key.length === 1 ? latinOf(press).toLowerCase() : key}`;
  if (key === " ") return null;
  const isOwn = [...bindings.values()].some((keys) => keys.split(" ").includes(key));
  return isOwn ? key : latinOf(press);
}

/** What a key of another alphabet writes on a Latin keyboard; any other as it is. */
function latinOf({ key, code }: Pick<KeyPress, "key" | "code">): string {
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  if (!place || !/^\p{L}$/u.test(key) || /^\p{Script=Latin}$/u.test(key)) return key;
  return key === key.toLowerCase() ? place.toLowerCase() : place;
}

export type KeyStep =
  /** These may run, the nearest scope first; the first that has something to do does it. */
  | { kind: "run"; ids: ShortcutId[] }
  /** The beginning of two keys: wait for the second. */
  | { kind: "wait"; first: string }
  | { kind: "none" };

/** What a press means after `first`, the key of a chord that was begun, or null. With `isOn` false characters mean nothing. */
export function stepOf(bindings: Bindings, isOn: boolean, first: string | null, key: string): KeyStep {
  const pressed = first === null ? key : `${first} ${key}`;
  const live = rows.filter(
    ({ id, isBoundToFocus }) => isOn || isBoundToFocus || !isCharacterKeys(bindings.get(id) ?? ""),
  );
  const hits = live.filter(({ id }) => bindings.get(id) === pressed);
  if (hits.length > 0) {
    const near = (row: Shortcut) => shortcutScopes.indexOf(row.scope);
    return { kind: "run", ids: [...hits].sort((a, b) => near(a) - near(b)).map(({ id }) => id) };
  }
  const begins = live.some(({ id }) => bindings.get(id)?.startsWith(`${pressed} `));
  return begins && first === null ? { kind: "wait", first: pressed } : { kind: "none" };
}

/** Keys as they are drawn, one text a key: "g q" → ["g", "q"], "J" → ["Shift J"], "Mod+k" → ["Ctrl K"]. */
export function keysInWords(keys: string): string[] {
  if (keys === "") return [];
  return keys.split(" ").map((key) => {
    if (key.startsWith("Mod+"))
      return `Ctrl ${key.slice(4).length === 1 ? key.slice(4).toUpperCase() : key.slice(4)}`;
    if (key === "Escape") return "Esc";
    return /^\p{Lu}$/u.test(key) ? `Shift ${key}` : key;
  });
}
