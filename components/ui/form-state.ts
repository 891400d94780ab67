import type { UndoName } from "@/lib/core/undo-name";
import type { SavedBy } from "@/lib/core/both-sides";
import type { FormIssue } from "@/lib/core/issue-field";

/** Two people changed the same field: both versions, in words. */
export type FieldConflict = { field: string; mine: string; theirs: string };

/**
 * What a form's action answers. After a failure `values` gives back what was typed, so that nothing is lost;
 * after a conflict `values.version` is the version to save over, or `values.asRead` what stands there.
 */
export type FormState = {
  ok: boolean;
  message?: string;
  issues?: FormIssue[];
  values?: Record<string, string>;
  conflict?: FieldConflict[];
  /** Nothing was sent, because the browser had no network. */
  isUnsent?: boolean;
  /** Which of several buttons was pressed for nothing, in its words. */
  pressed?: string;
  /** It may have been done: the answer did not come. */
  isUnsure?: boolean;
  savedBy?: SavedBy;
  /** What it was about is changed or gone: the same sent again would be refused again. */
  isOver?: boolean;
  /** The session has ended: after signing in in another tab the same can be sent as it stands. */
  isSignedOut?: boolean;
  /** How to take it back, where that is possible. */
  undo?: UndoOffer;
  /** Where it led. */
  goTo?: string;
  /** What became of each of several things, where it was not the same for all. */
  parts?: ActPart[];
  /** Which scheduled publications it cancelled besides, in words. */
  cancelled?: string;
} | null;

/** One of several things that were acted on, and where it is; `reason` says why it was not done with it, null when it was. */
export type ActPart = { href: string; text: string; reason: string | null };

/**
 * What was done, in words, and the form that takes it back. `unsent`: what the desk forgets with it, which this browser keeps
 * for the form that it was written in, as words that were not sent.
 */
export type UndoOffer = { words: string; act: UndoName; fields: Record<string, string>; unsent?: Unsent };

/** Words of a form, by what `keep` of the form says. */
export type Unsent = { place: string; fields: [name: string, value: string][] };

/** A server action as `useActionState` and plain HTML forms call it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** A form without an answer of its own: it redirects or reloads (sign out, end a session). */
export type PlainAction = (form: FormData) => void | Promise<void>;

/** The value a field starts with: what was typed before a failure, else what is stored. */
export function valueOf(state: FormState, name: string, stored: string): string {
  return state && !state.ok ? (state.values?.[name] ?? stored) : stored;
}

/** What is wrong with one field; a row of it (`topics.3`) belongs to the field too. */
export function issuesOf(state: FormState, name: string): FormIssue[] {
  if (!state || state.ok) return [];
  return (state.issues ?? []).filter(({ field }) => field === name || field.startsWith(`${name}.`));
}
