"use client";

import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from "react";
import { createPortal } from "react-dom";
import { asReadField } from "@/lib/core/as-read";
import { saysWhich, type FormIssue } from "@/lib/core/issue-field";
import { ConflictView, type ValueNames } from "./conflict-view";
import { useConnection } from "./connection";
import type { FormState } from "./form-state";
import { WarnMark } from "./notice";
import { SeeHistory } from "./see-history";
import { SignInAgain } from "./sign-in-again";
import { useStillHere } from "./still-here";

type Props = {
  id: string;
  state: FormState;
  /** That it was held back when it was sent last: said above what it was answered before, which still holds. */
  unsent?: FormState;
  fieldNames?: Record<string, string> | undefined;
  valueNames?: ValueNames | undefined;
  notDone?: string | undefined;
  asksSecretOnly?: boolean | undefined;
  /** Where in the form it is said; at its head where no scripts run. */
  place?: HTMLElement | null;
};

/** What came of a form, by the button that was pressed: why not, with each field concerned, or that it was done. */
export function FormAnswer(props: Props) {
  const { id, state, unsent = null, notDone = "This was not saved.", asksSecretOnly, place = null } = props;
  const summary = useRef<HTMLDivElement>(null);
  const latest = unsent ?? state;
  const stillHere = useStillHere(summary, latest);
  const told = useRef(new WeakSet<object>());
  useEffect(() => {
    // Once each: an older answer that is shown again takes nobody from what they do now.
    if (!latest || latest.ok || told.current.has(latest)) return;
    told.current.add(latest);
    summary.current?.focus();
  }, [latest]);
  const refusal = state && !state.ok ? state : null;
  if (!refusal && !unsent) {
    const said = state?.ok ? [state.message, state.cancelled].filter(Boolean).join(" ") : "";
    return said
      ? at(
          place,
          <p role="status" className={`text-sm text-ink-2 ${place ? "" : "mb-2"}`}>
            {said}
          </p>,
        )
      : null;
  }
  const message = refusal ? messageOf(refusal, notDone) : "";
  return at(
    place,
    <AnswerBox ref={summary} id={`${id}-answer`} isAtHead={!place}>
      {unsent ? (
        <p className={`font-semibold text-warn ${refusal ? "mb-2" : ""}`}>
          <WarnMark />
          <NothingSent pressed={unsent.pressed} />
        </p>
      ) : null}
      {refusal ? <Refusal {...props} refusal={refusal} message={message} /> : null}
      {asksSecretOnly || message.includes("is still here") || stillHere === "" ? null : (
        <p className="mt-1 text-ink-2">{stillHere}</p>
      )}
    </AnswerBox>,
  );
}

const at = (place: HTMLElement | null, words: ReactNode) => (place ? createPortal(words, place) : words);

type BoxProps = { id: string; ref?: Ref<HTMLDivElement>; isAtHead?: boolean; children: ReactNode };

/** The box in which a form says why it came to nothing. */
export function AnswerBox({ id, ref, isAtHead = false, children }: BoxProps) {
  return (
    <div
      ref={ref}
      id={id}
      tabIndex={-1}
      autoFocus={isAtHead}
      role="alert"
      className={`w-full scroll-mt-20 scroll-mb-20 rounded-md border border-warn p-3 text-sm ${isAtHead ? "mb-3 [form.grid>&]:mb-0" : ""}`}
    >
      {children}
    </div>
  );
}

/** Why nothing was sent, and that it can be by now; where there are several buttons, which of them it was. */
function NothingSent({ pressed }: { pressed: string | undefined }) {
  const isOffline = useConnection() === "offline";
  const what = pressed ? `“${pressed}” was not sent` : "Nothing was sent";
  return isOffline
    ? `You are offline. ${what}. Try again once you are back.`
    : `You are back online. ${what} yet: try again.`;
}

type Refused = NonNullable<FormState>;

/** One fault is said once: as a link to its field when it has one. */
function messageOf({ message, issues = [] }: Refused, notDone: string): string {
  const given = message ?? notDone;
  return issues.some((issue) => given.endsWith(issue.message)) ? notDone : given;
}

/** The only thing that is wrong, where its field says so itself: it is not said twice. */
function useSaidByField(id: string, listed: readonly FormIssue[]): FormIssue | null {
  const [only, setOnly] = useState<FormIssue | null>(null);
  const one = listed.length === 1 ? (listed[0] ?? null) : null;
  useLayoutEffect(() => {
    setOnly(one && document.getElementById(`${id}-${one.field}-error`) ? one : null);
  }, [id, one]);
  return one && only === one ? only : null;
}

type RefusalProps = Pick<Props, "id" | "fieldNames" | "valueNames"> & { refusal: Refused; message: string };

/** What stands in the box: what happened, why, and both versions where somebody saved another one. */
export function Refusal({ id, refusal, message, fieldNames, valueNames }: RefusalProps) {
  const listed = (refusal.issues ?? []).filter((issue) => !message.startsWith(issue.message));
  const only = useSaidByField(id, listed);
  return (
    <>
      <p className="font-semibold text-warn">
        <WarnMark />
        {message}
        {only ? (
          <>
            {/* The field says it to the eye. */}
            <span className="sr-only"> {saysWhich(only)}</span> <a href={`#${id}-${only.field}`}>See why</a>
          </>
        ) : null}
        {refusal.savedBy ? (
          <>
            {" "}
            <SeeHistory savedBy={refusal.savedBy} />
          </>
        ) : null}
      </p>
      {listed.length > 0 && !only ? (
        <ul className={listed.length > 1 ? "mt-1 list-disc pl-5" : "mt-1"}>
          {listed.map((issue) => (
            <li key={`${issue.field}-${issue.code}-${issue.message}`}>
              {issue.isOfField || (refusal.values && issue.field in refusal.values) ? (
                <a href={`#${id}-${issue.field}`}>{saysWhich(issue)}</a>
              ) : (
                saysWhich(issue)
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {refusal.conflict ? (
        <ConflictView
          key={[refusal.values?.version, refusal.values?.[asReadField]].join()}
          formId={id}
          conflict={refusal.conflict}
          savedBy={refusal.savedBy}
          {...(fieldNames ? { fieldNames } : {})}
          valueNames={valueNames}
        />
      ) : null}
      {refusal.isSignedOut ? (
        <p className="mt-1">
          <SignInAgain />
        </p>
      ) : null}
    </>
  );
}
