import { asReadField } from "../core/as-read";
import { isSecretField, secretPurposes } from "../core/secret-field";

/** What a person wrote into one form and has not sent, as this browser keeps it. */
export type KeptCopy = {
  at: string;
  fields: [name: string, value: string][];
  /** What of it was sent last without an answer that came: the desk may have it. */
  sent?: [name: string, value: string][];
  /** What its boxes were ticked for: over anything else the words are put back, and no tick is. */
  ticksFor?: string;
};

const prefix = "countersign.kept.";
/** What nobody came back for in this time is forgotten. */
const keptMs = 14 * 24 * 3_600_000;

/** Where the copy of one form is kept: one account never finds another's. */
export function keptKey(accountId: string, place: string): string {
  return `${prefix}${accountId}.${place}`;
}

/** Where one tab keeps its words when another tab keeps its own at the place. */
export function ofTab(key: string, tabId: string): string {
  return `${key}~${tabId}`;
}

/** Of the keys of a browser's store, the place's own and those that tabs keep beside it. */
export function keysAt(keys: readonly string[], key: string): string[] {
  return keys.filter((one) => one === key || one.startsWith(ofTab(key, "")));
}

/** Of the keys of a browser's store, those under which this account's copies are. */
export function keysOfAccount(keys: readonly string[], accountId: string): string[] {
  return keys.filter((key) => key.startsWith(`${prefix}${accountId}.`));
}

/** Of the copies whose keys begin so, that of what was written last; null when none of them is wanted any more. */
export function newestKept(store: Storage, begin: string, now: Date): string | null {
  const found = Object.keys(store).flatMap((key) => {
    const copy = key.startsWith(begin) ? readKept(store.getItem(key), now) : null;
    return copy ? [{ key, at: copy.at }] : [];
  });
  return found.sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.key ?? null;
}

/** What is asked of a field; `autocomplete` is missing where nobody types. */
type KeepField = { name: string; type: string; autocomplete?: string };

/** Whether a field says what was read of a thing, by its version or by what stood there. */
export const saysWhatWasRead = (name: string): boolean => name === "version" || name === asReadField;

/** Whether a field may be kept: no secret, no file, nothing of the framework's, no id; but what was read. */
export function mayKeep({ name, type, autocomplete = "" }: KeepField): boolean {
  if (name === "" || name.startsWith("$") || isSecretField(name)) return false;
  if (secretPurposes.includes(autocomplete)) return false;
  if (type === "hidden") return saysWhatWasRead(name);
  return !["password", "file", "submit", "button", "image", "reset"].includes(type);
}

/** A copy as it was stored; null when it is damaged or too old to be wanted. */
export function readKept(stored: string | null, now: Date): KeptCopy | null {
  if (!stored) return null;
  try {
    const { at, fields, sent, ticksFor } = JSON.parse(stored) as KeptCopy;
    const age = now.getTime() - Date.parse(at);
    if (!areFields(fields) || !(age < keptMs)) return null;
    return {
      ...{ at, fields },
      ...(areFields(sent) ? { sent } : {}),
      ...(typeof ticksFor === "string" ? { ticksFor } : {}),
    };
  } catch {
    return null;
  }
}

function areFields(value: unknown): value is KeptCopy["fields"] {
  return (
    Array.isArray(value) &&
    value.every(
      (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === "string"),
    )
  );
}

/** Whether two readings of a form say the same: what was read is none of its words, nor is space around them. */
export function sameFields(a: KeptCopy["fields"], b: KeptCopy["fields"]): boolean {
  const words = (fields: KeptCopy["fields"]) => {
    const trimmed = fields.map(([name, value]) => [name, value.trim()] as const);
    return JSON.stringify(trimmed.filter(([name, value]) => !saysWhatWasRead(name) && value !== "").sort());
  };
  return words(a) === words(b);
}
