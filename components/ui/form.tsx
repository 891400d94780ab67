"use client";

import {
  createContext,
  useActionState,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
  type RefObject,
} from "react";
import { useAnswerPlace } from "./answer-place";
import { BesidesId, BesidesLine, holdSamePress, holdUntilAsked, useAsksFirst } from "./asks-first";
import { Button } from "./button";
import type { ValueNames } from "./conflict-view";
import { nothingSent } from "./connection";
import { cx } from "./cx";
import { FormAnswer } from "./form-answer";
import { notSure, useGuardedAction } from "./guarded-action";
import { issuesOf, valueOf, type FormAction, type FormState, type UndoOffer } from "./form-state";
import { useHasScripts } from "./has-scripts";
import { IsAnswered } from "./is-answered";
import { useKeeping } from "./kept-here";
import { missingFields } from "./missing-fields";
import { useTouched } from "./still-here";
import { TimeAgo } from "./time-ago";
import { UndoFields } from "./undo-fields";
import { useBesidesWhen, type BesidesWhen } from "./use-besides-when";
import { safeEvent, useKeptCopy, type BackFromCopy } from "./use-kept-copy";
import { useOutlived } from "./use-outlived";

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
  /** What a tick in it is about, such as one revision: what is kept comes back unticked over anything else. */
  ticksAreFor?: string;
  /** What it does to the thing it is about, as in "this was not published": "saved" unless it says otherwise. */
  done?: string;
  /** Where it is seen whether that was done, as in "open the claim in another tab". */
  shownAt?: string;
  /** What is certain when it is refused, where the desk gives no reason of its own; of several buttons, by their `intent`. */
  ifRefused?: string | Readonly<Record<string, string>>;
  /** What is certain when it is refused or not answered, in place of both. */
  notDone?: string;
  /** Its action also takes back what it did: the way to do so until scripts run, which have a strip for it. */
  undoesItself?: boolean;
  /** Above all a secret is typed in it, which is asked for anew after a refusal. */
  asksSecretOnly?: boolean;
  /** In one sentence, what it does besides while its field `name` has that `value`; asked for as `AsksFirst` does. */
  besidesWhen?: BesidesWhen;
  /** What stands in it hears that it was sent and saves it: without a network it says itself what becomes of the words. */
  savesItself?: boolean;
};

/** A form that works before scripts load, keeps what was typed, and says what went wrong. */
export function Form(props: FormProps) {
  const { action, children, id, className, label, fieldNames, valueNames, keep, asksSecretOnly } = props;
  const { savesItself = false, done = "saved", shownAt, notDone = `This was not ${done}.` } = props;
  const generated = useId();
  const formId = id ?? generated;
  const element = useRef<HTMLFormElement>(null);
  // Before words are put back, which touches the form too.
  useTouched(element);
  const { backFrom, throwAway, forget } = useKeptCopy(element, keep);
  useKeeping(element, savesItself ? "saves" : keep === undefined ? "loses" : "keeps");
  const noteOutlived = useOutlived();
  const [isAnswered, setAnswered] = useState(false);
  const onSent = useCallback(
    (answer: FormState, form: FormData) => {
      setAnswered(true);
      // What was only shown is in nobody's hands yet but this tab's.
      if (form.get("intent") === "show") return;
      delete element.current?.dataset.touched;
      forget();
      noteOutlived(answer);
    },
    [forget, noteOutlived],
  );
  const unanswered = props.notDone ? `${props.notDone} Try again in a moment.` : notSure(done, shownAt);
  const [state, submit, pending] = useActionState<FormState, FormData>(
    useGuardedAction(action, onSent, unanswered),
    null,
  );
  const { answer, begun, unsent, holdUnsent } = useAnswerInForce(element, state, savesItself);
  const { place, note } = useAnswerPlace(element, answer);
  const own = useBesidesWhen(element, props.besidesWhen);
  const asks = useAsksFirst(own ?? "", own);
  const missing = useMissing(answer, asks.besides !== null, notDone);
  const besidesId = asks.besides === null ? undefined : `${formId}-besides`;
  return (
    <>
      <form
        ref={element}
        id={formId}
        action={submit}
        onSubmitCapture={(event) => {
          setAnswered(false);
          note(event);
          if (!holdUnsent(event) && !missing.hold(event)) holdUntilAsked(event, asks);
        }}
        onKeyDownCapture={(event) => holdSamePress(event, asks)}
        onClickCapture={(event) => holdSamePress(event, asks)}
        onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || asks.leave()}
        className={className}
        aria-label={label}
        aria-busy={pending}
        data-kept={keep}
        data-ticks-for={props.ticksAreFor}
      >
        <FormAnswer
          id={formId}
          state={missing.told ?? answer}
          notDone={refusedAs(props.ifRefused, answer) ?? notDone}
          {...{ unsent, fieldNames, valueNames, asksSecretOnly, place }}
        />
        {backFrom ? <BackFrom {...backFrom} throwAway={throwAway} /> : null}
        <FormContext value={{ id: formId, state: missing.of(begun), pending, isForm: true }}>
          <BesidesId value={besidesId}>
            <IsAnswered value={isAnswered}>{children}</IsAnswered>
          </BesidesId>
        </FormContext>
        <BesidesLine id={`${formId}-besides`} asks={asks} />
        {props.besidesWhen && own === null ? (
          <p className="hidden basis-full text-sm text-warn noscript:block">{props.besidesWhen.words}</p>
        ) : null}
      </form>
      {props.undoesItself ? <PlainUndo offer={state?.undo} submit={submit} /> : null}
    </>
  );
}

/**
 * What the form says of itself. Without a network it is held back: it is not sent at all, so everything in it stays as it is,
 * with files and secrets, which a form that was answered has lost; that is `unsent`. `answer` is the action's last. Once the
 * words have saved themselves, neither is true any more. `begun` is what the fields know of it: then what was typed alone.
 */
function useAnswerInForce(form: RefObject<HTMLFormElement | null>, state: FormState, savesItself: boolean) {
  const [unsent, setUnsent] = useState<FormState>(null);
  const [past, setPast] = useState<FormState>(null);
  const holdUnsent = (event: FormEvent<HTMLFormElement>): boolean => {
    setUnsent(null);
    if (navigator.onLine || savesItself) return false;
    event.preventDefault();
    // Nobody else takes it for sent.
    event.stopPropagation();
    const pressed = pressedOfSeveral(event);
    setUnsent({ ok: false, message: nothingSent, isUnsent: true, ...(pressed ? { pressed } : {}) });
    return true;
  };
  useEffect(() => {
    const element = form.current;
    const forget = () => {
      setUnsent(null);
      setPast(state);
    };
    element?.addEventListener(safeEvent, forget);
    return () => element?.removeEventListener(safeEvent, forget);
  }, [form, state]);
  const isPast = state !== null && !state.ok && state === past;
  const begun = useMemo<FormState>(
    () => (isPast ? { ok: false, ...(state.values ? { values: state.values } : {}) } : state),
    [state, isPast],
  );
  return { answer: isPast ? null : state, begun, unsent, holdUnsent };
}

/**
 * What is not given yet is told before somebody is asked about what the act does besides: agreed to, it would be refused. As
 * long as there are two versions to choose from, that goes first. `of`: what the fields then know of it.
 */
function useMissing(answer: FormState, asksFirst: boolean, message: string) {
  const [told, setTold] = useState<FormState>(null);
  const hold = (event: FormEvent<HTMLFormElement>): boolean => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const needsAll = asksFirst && !answer?.conflict && !submitter?.hasAttribute("formnovalidate");
    const issues = needsAll ? missingFields(event.currentTarget) : [];
    setTold(issues.length > 0 ? { ok: false, message, issues } : null);
    if (issues.length === 0) return false;
    event.preventDefault();
    // Nobody else takes it for sent.
    event.stopPropagation();
    return true;
  };
  const of = (begun: FormState): FormState =>
    told ? { ...told, ...(begun && !begun.ok && begun.values ? { values: begun.values } : {}) } : begun;
  return { told, hold, of };
}

/** The words of the button that was pressed, where the form has more than one. */
function pressedOfSeveral({
  currentTarget: form,
  nativeEvent,
}: FormEvent<HTMLFormElement>): string | undefined {
  const { submitter } = nativeEvent as SubmitEvent;
  if (!submitter || form.querySelectorAll("button[type=submit]").length < 2) return undefined;
  return (submitter.getAttribute("aria-label") ?? submitter.textContent).trim() || undefined;
}

function refusedAs(words: FormProps["ifRefused"], answer: FormState): string | undefined {
  return typeof words === "object" ? words[answer?.values?.intent ?? ""] : words;
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

type BackFromProps = BackFromCopy & {
  throwAway: () => void;
  /** On the ground of ink. */
  inverse?: boolean;
};

/** Says that the words in the form are from before, and lets them go. */
export function BackFrom({ at, isSent, areTicksOut, throwAway, inverse }: BackFromProps) {
  // Never drawn by the server, which knows no copies.
  const [now] = useState(() => new Date().toISOString());
  return (
    <p
      role="status"
      className={cx(
        "flex flex-wrap items-center gap-x-3 gap-y-1 text-sm",
        inverse ? "font-normal" : "rounded-md border px-3 py-1.5",
      )}
    >
      <span>
        This is what you wrote (<TimeAgo at={at} now={now} />) and{" "}
        {isSent ? "sent: look what became of it before you send it again." : "did not send."}
        {areTicksOut ? " It changed since: what you ticked is not ticked any more." : null}
      </span>
      <Button look={inverse ? "plain" : "quiet"} small onClick={throwAway}>
        Throw it away
      </Button>
    </p>
  );
}
