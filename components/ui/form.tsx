"use client";

import {
  createContext,
  useActionState,
  useCallback,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
  type RefObject,
} from "react";
import { saysWhich } from "@/lib/core/issue-field";
import { Button } from "./button";
import { ConflictView, type ValueNames } from "./conflict-view";
import { nothingSent, useConnection } from "./connection";
import { notSure, useGuardedAction } from "./guarded-action";
import { issuesOf, valueOf, type FormAction, type FormState, type UndoOffer } from "./form-state";
import { useHasScripts } from "./has-scripts";
import { FootOfLongForm, ToTheFoot, useIsLong } from "./long-form";
import { useStillHere, useTouched } from "./still-here";
import { SignInAgain } from "./sign-in-again";
import { TimeAgo } from "./time-ago";
import { UndoFields } from "./undo-fields";
import { safeEvent, useKeptCopy } from "./use-kept-copy";

type FormContextValue = { id: string; state: FormState; pending: boolean; isForm: boolean };

/** For a form that is sent otherwise than by an action: what its fields show is given here. */
export const FormContext = createContext<FormContextValue>({
  id: "form",
  state: null,
  pending: false,
  isForm: false,
});

/** What a field needs: its id, the value to start with, and what is wrong with it. */
export function useField(name: string, stored = "") {
  const { id, state, pending } = useContext(FormContext);
  return {
    id: `${id}-${name}`,
    value: valueOf(state, name, stored),
    /** True after a failed attempt: a box left unticked is then absent from the values, not unknown. */
    failed: Boolean(state && !state.ok && state.values),
    values: state && !state.ok ? state.values : undefined,
    errors: issuesOf(state, name).map((issue) => issue.message),
    pending,
  };
}

/** Whether this stands in a form that an action answers, as against one that only leads somewhere. */
export function useIsInForm(): boolean {
  return useContext(FormContext).isForm;
}

/** What the form's action answered last. */
export function useFormAnswer(): FormState {
  return useContext(FormContext).state;
}

type FormProps = {
  action: FormAction;
  children: ReactNode;
  /** A fixed id, when something outside the form points at its fields. */
  id?: string;
  className?: string;
  label?: string;
  /** Words for each field of a conflict. */
  fieldNames?: Record<string, string>;
  /** Words for what can be chosen in them. */
  valueNames?: ValueNames;
  /** What the form is about: what is written is kept in this browser under this name until it was sent. */
  keep?: string;
  /** What it does to the thing it is about, as in "this was not published": "saved" unless it says otherwise. */
  done?: string;
  /** Where it is seen whether that was done, as in "open the claim in another tab". */
  shownAt?: string;
  /** What is certain when it is refused or not answered, in place of both. */
  notDone?: string;
  /** Its action also takes back what it did: the way to do so until scripts run, which have a strip for it. */
  undoesItself?: boolean;
  /** Above all a secret is typed in it, which is asked for anew after a refusal. */
  asksSecretOnly?: boolean;
};

/** A form that works before scripts load, keeps what was typed, and says what went wrong. */
export function Form(props: FormProps) {
  const { action, children, id, className, label, fieldNames, valueNames, keep, asksSecretOnly } = props;
  const { done = "saved", shownAt, notDone = `This was not ${done}.` } = props;
  const generated = useId();
  const formId = id ?? generated;
  const element = useRef<HTMLFormElement>(null);
  // Before words are put back, which touches the form too.
  useTouched(element);
  const { backFrom, throwAway, forget } = useKeptCopy(element, keep);
  const onSent = useCallback(() => {
    delete element.current?.dataset.touched;
    forget();
  }, [forget]);
  const unanswered = props.notDone ? `${props.notDone} Try again in a moment.` : notSure(done, shownAt);
  const [state, submit, pending] = useActionState<FormState, FormData>(
    useGuardedAction(action, onSent, unanswered),
    null,
  );
  const { unsent, holdUnsent } = useUnsent(element);
  const answer = unsent ?? state;
  const isLong = useIsLong(element, answer);
  return (
    <>
      <form
        ref={element}
        id={formId}
        action={submit}
        onSubmitCapture={holdUnsent}
        className={className}
        aria-label={label}
        aria-busy={pending}
        data-kept={keep}
      >
        <FormAnswer
          id={formId}
          state={answer}
          {...{ fieldNames, valueNames, notDone, asksSecretOnly, isLong }}
        />
        {backFrom ? <BackFrom at={backFrom} throwAway={throwAway} /> : null}
        <FormContext value={{ id: formId, state, pending, isForm: true }}>{children}</FormContext>
        {isLong ? <FootOfLongForm id={formId} /> : null}
      </form>
      {props.undoesItself ? <PlainUndo offer={state?.undo} submit={submit} /> : null}
    </>
  );
}

/**
 * Holds the form back while the browser has no network: it is not sent at all, so everything in it stays as it is, with
 * files and secrets, which a form that was answered has lost.
 */
function useUnsent(form: RefObject<HTMLFormElement | null>) {
  const [unsent, setUnsent] = useState<FormState>(null);
  const holdUnsent = (event: FormEvent) => {
    if (navigator.onLine) return setUnsent(null);
    event.preventDefault();
    // Nobody else takes it for sent.
    event.stopPropagation();
    setUnsent({ ok: false, message: nothingSent, isUnsent: true });
  };
  // A draft that has saved itself meanwhile need not be sent again.
  useEffect(() => {
    const element = form.current;
    const forget = () => setUnsent(null);
    element?.addEventListener(safeEvent, forget);
    return () => element?.removeEventListener(safeEvent, forget);
  }, [form]);
  return { unsent, holdUnsent };
}

type PlainUndoProps = { offer: UndoOffer | undefined; submit: (form: FormData) => void };

/** Takes back what the form did, where no scripts run: elsewhere the strip at the foot of the desk offers it. */
function PlainUndo({ offer, submit }: PlainUndoProps) {
  const hasScripts = useHasScripts();
  if (!offer || hasScripts) return null;
  return (
    <form action={submit} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <UndoFields offer={offer} />
    </form>
  );
}

/** Says that the words in the form are from before, and lets them go. */
function BackFrom({ at, throwAway }: { at: string; throwAway: () => void }) {
  // Never drawn by the server, which knows no copies.
  const [now] = useState(() => new Date().toISOString());
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border px-3 py-1.5 text-sm"
    >
      <span>
        This is what you wrote (<TimeAgo at={at} now={now} />) and did not send.
      </span>
      <Button look="quiet" small className="-mx-2" onClick={throwAway}>
        Throw it away
      </Button>
    </p>
  );
}

/** Why nothing was sent, and that it can be by now. */
function NothingSent() {
  const isOffline = useConnection() === "offline";
  return isOffline ? nothingSent : "You are back online. Nothing was sent yet: send it again.";
}

type AnswerProps = { id: string; state: FormState } & Pick<
  FormProps,
  "fieldNames" | "valueNames" | "notDone" | "asksSecretOnly"
> & { /** Its foot is not in sight together with this. */ isLong?: boolean };

/** What came of a form, above its fields: why not, with each field concerned, or that it was done. */
export function FormAnswer({
  id,
  state,
  fieldNames,
  valueNames,
  notDone = "This was not saved.",
  asksSecretOnly,
  isLong,
}: AnswerProps) {
  const summary = useRef<HTMLDivElement>(null);
  const stillHere = useStillHere(summary, state);
  const told = useRef(new WeakSet<object>());
  useEffect(() => {
    // Once each: an older answer that is shown again takes nobody from what they do now.
    if (!state || state.ok || told.current.has(state)) return;
    told.current.add(state);
    summary.current?.focus();
  }, [state]);
  if (!state) return null;
  if (state.ok) {
    return state.message ? (
      <p role="status" className="mb-2 text-sm text-ink-2">
        {state.message}
      </p>
    ) : null;
  }
  const given = state.message ?? notDone;
  // One fault is said once: as a link to its field when it has one.
  const issues = state.issues ?? [];
  const message = issues.some((issue) => given.endsWith(issue.message)) ? notDone : given;
  const listed = issues.filter((issue) => !message.startsWith(issue.message));
  return (
    <div
      ref={summary}
      id={`${id}-answer`}
      tabIndex={-1}
      autoFocus
      role="alert"
      className="mb-3 w-full rounded-md border border-warn p-3 text-sm"
    >
      <p className="font-semibold">{state.isUnsent ? <NothingSent /> : message}</p>
      {listed.length > 0 ? (
        <ul className="mt-1 list-disc pl-5">
          {listed.map((issue) => (
            <li key={`${issue.field}-${issue.code}-${issue.message}`}>
              {state.values && issue.field in state.values ? (
                <a href={`#${id}-${issue.field}`}>{saysWhich(issue)}</a>
              ) : (
                saysWhich(issue)
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {state.conflict ? (
        <ConflictView
          formId={id}
          conflict={state.conflict}
          savedBy={state.savedBy}
          fieldNames={fieldNames}
          valueNames={valueNames}
        />
      ) : null}
      {state.isSignedOut ? (
        <p className="mt-1">
          <SignInAgain />
        </p>
      ) : null}
      {asksSecretOnly || message.includes("is still here") || stillHere === "" ? null : (
        <p className="mt-1 text-ink-2">{stillHere}</p>
      )}
      {isLong ? <ToTheFoot id={id} /> : null}
    </div>
  );
}
