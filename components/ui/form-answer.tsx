"use client";

import { useEffect, useRef } from "react";
import { saysWhich } from "@/lib/core/issue-field";
import { ConflictView, type ValueNames } from "./conflict-view";
import { useConnection } from "./connection";
import type { FormState } from "./form-state";
import { ToTheFoot } from "./long-form";
import { WarnMark } from "./notice";
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
  /** What its last button says, where that is not in sight together with this. */
  foot?: string | null;
};

/** What came of a form, above its fields: why not, with each field concerned, or that it was done. */
export function FormAnswer(props: Props) {
  const { id, state, unsent = null, notDone = "This was not saved.", asksSecretOnly, foot } = props;
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
    return said ? (
      <p role="status" className="mb-2 text-sm text-ink-2">
        {said}
      </p>
    ) : null;
  }
  const message = refusal ? messageOf(refusal, notDone) : "";
  return (
    <div
      ref={summary}
      id={`${id}-answer`}
      tabIndex={-1}
      autoFocus
      role="alert"
      className="mb-3 w-full rounded-md border border-warn p-3 text-sm [form.grid>&]:mb-0"
    >
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
      {foot ? <ToTheFoot id={id} button={foot} /> : null}
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

function Refusal({
  id,
  refusal,
  message,
  fieldNames,
  valueNames,
}: Props & { refusal: Refused; message: string }) {
  const listed = (refusal.issues ?? []).filter((issue) => !message.startsWith(issue.message));
  return (
    <>
      <p className="font-semibold text-warn">
        <WarnMark />
        {message}
      </p>
      {listed.length > 0 ? (
        <ul className={listed.length > 1 ? "mt-1 list-disc pl-5" : "mt-1"}>
          {listed.map((issue) => (
            <li key={`${issue.field}-${issue.code}-${issue.message}`}>
              {refusal.values && issue.field in refusal.values ? (
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
          key={refusal.values?.version}
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
