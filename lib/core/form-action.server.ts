import "server-only";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { asNamedTo } from "../access/as-named-to.server";
import { mayDo, type Action } from "../access/can";
import type { Viewer } from "../access/viewer";
import { browserSessionId, currentViewer } from "../access/viewer.server";
import { asRead, asReadField } from "./as-read";
import type { SavedBy } from "./both-sides";
import { env } from "./env.server";
import { explainError } from "./explain-error.server";
import { isHeldForAnother, isPageOfAnother, pageOfAnother } from "./held-form";
import { issueInForm } from "./issue-field";
import { logRefusal } from "./log-refusal.server";
import { Lru } from "./lru";
import { originFacts, sameOrigin } from "./origin-check";
import { parseInput } from "./parse-input";
import { withPlainLines } from "./plain-lines";
import { fail, ok, Refusal, type Failure, type Issue, type Result } from "./result";
import { typedValues } from "./typed-values";
import type { UndoName } from "./undo-name";
import { cancelledByAct } from "../schedules/queries";
import { cancelledWords } from "../schedules/cancels-words";
import { loadSettings } from "../settings/settings.server";

export type FormState = {
  ok: boolean;
  message?: string;
  issues?: Issue[];
  values?: Record<string, string>;
  conflict?: Conflict;
  savedBy?: SavedBy;
  isOver?: boolean;
  isSignedOut?: boolean;
  undo?: Undo;
  /** Where the form led: scripts go there with the offer to take it back in hand. */
  goTo?: string;
  parts?: Part[];
  /** Which scheduled publications it cancelled besides, in words. */
  cancelled?: string;
} | null;

type Part = { href: string; text: string; reason: string | null };
type Conflict = { field: string; mine: string; theirs: string }[];

type Undo = {
  words: string;
  act: UndoName;
  fields: Record<string, string>;
  unsent?: { place: string; fields: [name: string, value: string][] };
};

/** Whether this server action was posted from our own pages: actions can be reached by a direct POST. */
export async function postedFromHere(): Promise<boolean> {
  const sent = await headers();
  return sameOrigin(originFacts("POST", (name) => sent.get(name), env().publicUrl));
}

/** Whether scripts sent this action and read its answer; a plain form shows whatever page comes back. */
async function isSentByScripts(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/** For an input that is no copy of its form: the name of the field that holds what stands at a path. */
type FieldAt = (path: string, form: FormData) => string;

/** Fields in which a form says what was read: a refusal gives those of what stands there by now. */
const readFields = ["version", "basisHash", "besideVersion", "draftHash"] as const;

function standsNow({ extra = {} }: Failure): Record<string, string> {
  const given = readFields.flatMap((name) => {
    const value = extra[name];
    return typeof value === "number" || typeof value === "string" ? [[name, String(value)] as const] : [];
  });
  const { current } = extra;
  return {
    ...Object.fromEntries(given),
    ...(current ? { [asReadField]: asRead(current as Record<string, unknown>) } : {}),
  };
}

/** Refusals of what somebody else changed since: the same again would be refused again. */
const overCodes = new Set(["stale", "sentence-changed"]);

/** A failed form: the reason, the fields concerned, and everything that was typed. */
export function failedForm(failure: Failure, form: FormData, fieldAt: FieldAt = (path) => path): FormState {
  const conflict = failure.extra?.conflict as Conflict | undefined;
  const savedBy = failure.extra?.savedBy as SavedBy | undefined;
  const values = { ...typedValues(form), ...standsNow(failure) };
  return {
    ok: false,
    message: failure.detail,
    issues: (failure.issues ?? []).map((issue) =>
      issueInForm({ ...issue, field: fieldAt(issue.field, form) }, form),
    ),
    values,
    ...(conflict ? { conflict } : {}),
    ...(savedBy ? { savedBy } : {}),
    ...(!conflict && (overCodes.has(failure.code) || failure.kind === "not_found") ? { isOver: true } : {}),
    ...(isSessionOver(failure) ? { isSignedOut: true } : {}),
  };
}

/**
 * A server action: this site's own Origin, a signed-in person who may, input that parses; then the command, then
 * `after` (revalidate or redirect) which may return a message, and the way to `goTo`. A bug is logged under an id and told
 * without a stack.
 */
export function formAction<S extends z.ZodType, V>(spec: {
  action: Action;
  schema: S;
  read?: (form: FormData) => unknown | Promise<unknown>;
  command: (viewer: Viewer, input: z.output<S>, now: Date) => Promise<Result<V>>;
  after?: (value: V, input: z.output<S>) => string | void | Promise<string | void>;
  /** Field values that the form goes on with, such as the new version. */
  values?: (value: V) => Record<string, string>;
  /** How to take it back, where that is possible. */
  undo?: (value: V, input: z.output<S>) => Undo | undefined;
  /** Where it leads once it is done; for what can be taken back there, in place of a redirect in `after`. */
  goTo?: (value: V, input: z.output<S>) => string;
  /** What became of each of several things, where it was not the same for all. */
  parts?: (value: V) => Part[];
  fieldAt?: FieldAt;
}) {
  return async (_state: FormState, posted: FormData): Promise<FormState> => {
    const form = withPlainLines(posted);
    try {
      const done = await runAction(spec, form);
      if (!done.ok) return failedForm(done.error, form, spec.fieldAt);
      const message = await spec.after?.(done.value.value, done.value.input);
      const values = spec.values?.(done.value.value);
      const undo = spec.undo?.(done.value.value, done.value.input);
      const goTo = spec.goTo?.(done.value.value, done.value.input);
      const parts = spec.parts?.(done.value.value) ?? [];
      const cancelled = await whatWasCancelled(done.value.viewer, done.value.now);
      // A redirect has no answer that could carry the offer.
      if (goTo && !(undo && (await isSentByScripts()))) redirect(goTo);
      return {
        ok: true,
        ...(message ? { message } : {}),
        ...(values ? { values } : {}),
        ...(undo ? { undo } : {}),
        ...(goTo ? { goTo } : {}),
        ...(parts.length > 0 ? { parts } : {}),
        ...(cancelled ? { cancelled } : {}),
      };
    } catch (error) {
      unstable_rethrow(error);
      return failedForm(explainError(error, { at: "form" }), form);
    }
  };
}

/**
 * In words, which scheduled publications the viewer's act at `now` cancelled besides, of which nobody may have known when
 * they began it; null where it cancelled none.
 */
export async function whatWasCancelled(viewer: Viewer, now: Date): Promise<string | null> {
  const ended = await cancelledByAct(viewer, now);
  if (ended.claims.length + ended.hidden === 0) return null;
  return cancelledWords(ended, (await loadSettings()).site.timeZone);
}

/** Where it is shown stands the way to sign in beside it. */
const sessionOver: Failure = {
  kind: "unauthenticated",
  code: "sign-in",
  detail: "Your session has ended. Nothing was saved.",
};

/** Whether nobody was signed in who could have sent this. */
export const isSessionOver = (failure: Failure): boolean => failure === sessionOver;

/**
 * The signed-in person who posted this from our own pages and may do it, for actions with an answer of their own. What
 * somebody else wrote before their session ended is not done for whoever signed in next: they read it and send it. Nor is
 * what a page sends that somebody else opened in the same browser.
 */
export async function signedInPoster(action: Action, form: FormData): Promise<Result<Viewer>> {
  const asked = { action, form };
  if (!(await postedFromHere())) {
    const detail = "This form was sent from another site.";
    return refused({ kind: "forbidden", code: "cross-site", detail }, asked);
  }
  const viewer = await currentViewer();
  if (!viewer) {
    return (await isAskedAgain(asked)) ? fail(sessionOver) : refused(sessionOver, asked);
  }
  if (isPageOfAnother(form, viewer.id)) return fail(pageOfAnother(viewer.name));
  if (isHeldForAnother(form, viewer.id)) {
    return fail({
      kind: "conflict",
      code: "written-before",
      detail: `This was written before you signed in as ${viewer.name}. Nothing was saved. Read it, then send it again.`,
    });
  }
  const allowed = mayDo(viewer, action);
  return allowed.ok ? ok(viewer) : refused(allowed.error, { ...asked, viewer });
}

/** Ended sessions, and what each of them asked for in the last hour. */
const askedFor = new Lru<true>(1_000, 3_600_000);

/** Whether this ended session asked for the same before: an open draft goes on asking, and that is one event. */
async function isAskedAgain({ action, form }: { action: Action; form: FormData }): Promise<boolean> {
  const session = await browserSessionId();
  if (session === null) return false;
  const key = [session, action, form.get("claimId")].join(" ");
  const now = Date.now();
  const isAgain = askedFor.get(key, now) !== undefined;
  if (!isAgain) askedFor.set(key, true, now);
  return isAgain;
}

/** The same refusal, written down when it is about who asks. */
function refused(
  failure: Failure,
  { action, form, viewer }: { action: Action; form: FormData; viewer?: Viewer },
): { ok: false; error: Failure } {
  const claimId = form.get("claimId");
  logRefusal(failure, {
    account: viewer?.id ?? null,
    action,
    ...(typeof claimId === "string" ? { claimId: claimId.slice(0, 100) } : {}),
  });
  return fail(failure);
}

/** What the form says; reading refuses what says nothing, such as a time that the clocks skip. */
async function readForm(read: (form: FormData) => unknown, form: FormData): Promise<Result<unknown>> {
  try {
    return ok(await read(form));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure);
    throw error;
  }
}

async function runAction<S extends z.ZodType, V>(
  spec: Parameters<typeof formAction<S, V>>[0],
  form: FormData,
): Promise<Result<{ value: V; input: z.output<S>; viewer: Viewer; now: Date }>> {
  const poster = await signedInPoster(spec.action, form);
  if (!poster.ok) return poster;
  const raw = await readForm(spec.read ?? typedValues, form);
  if (!raw.ok) return raw;
  const input = parseInput(spec.schema, raw.value);
  if (!input.ok) return input;
  const given = await asNamedTo(poster.value, input.value);
  const now = new Date();
  const done = await spec.command(poster.value, given, now);
  if (!done.ok) return refused(done.error, { action: spec.action, form, viewer: poster.value });
  // What follows leads on as it was asked: an id of something hidden is still the one that was typed.
  return ok({ value: done.value, input: input.value, viewer: poster.value, now });
}
