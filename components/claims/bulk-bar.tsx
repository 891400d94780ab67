"use client";

import { useState, type FormEvent } from "react";
import type { BulkAction } from "@/lib/claims/bulk-actions";
import { declineReasons, type DeclineReason } from "@/lib/claims/vocabulary";
import { ShortcutHint } from "@/components/keys/shortcut-hint";
import { Button } from "@/components/ui/button";
import { SignInAgain } from "@/components/ui/sign-in-again";
import { declineOptions } from "./claim-words";
import { selectAllWords, type AllRows } from "./queue-head";
import { claimsInWords, type BulkFailure, type BulkState } from "./use-bulk";

type Props = {
  count: number;
  all: AllRows;
  /** There are claims further down the list that are not loaded. */
  hasMore: boolean;
  people: readonly { id: string; name: string }[];
  topics: readonly string[];
  state: BulkState | null;
  onStart: (action: BulkAction) => void;
  onUndo: () => void;
  onStop: () => void;
  onClear: () => void;
};

/**
 * What can be done with the selected claims, and how far it got. It stays in sight at the foot of the list; where there is
 * little room it is one line, and what it offers is unfolded on demand.
 */
export function BulkBar(props: Props) {
  const { count, all, hasMore, state } = props;
  const [isOpen, setOpen] = useState(false);
  const mayAct = count > 0 && !state?.isRunning;
  return (
    <div
      className={
        count > 0 || state
          ? "sticky bottom-0 z-2 -mx-4 max-h-[75dvh] overflow-y-auto [@media(max-height:30rem)]:max-h-[40dvh] border-t border-rule-strong bg-panel px-4 py-3 max-tabs:py-2"
          : "sr-only"
      }
    >
      <div className="flex flex-wrap items-center gap-x-3 tabs:mb-2">
        <p role="status" className={count > 0 ? "font-semibold" : "sr-only"}>
          {count > 0 ? `${claimsInWords(count)} selected` : "Nothing selected"}
          {count > 1 && count === all.count && hasMore ? ", all that are loaded; the list goes on below" : ""}
        </p>
        {mayAct ? (
          <>
            {count < all.count ? (
              <Button look="quiet" small onClick={() => all.onToggle(true)}>
                {selectAllWords(all.count)}
              </Button>
            ) : null}
            <Button look="quiet" small onClick={props.onClear}>
              Select nothing
            </Button>
            <Button
              small
              aria-expanded={isOpen}
              aria-controls="bulk-actions"
              onClick={() => setOpen(!isOpen)}
              className="ml-auto tabs:hidden"
            >
              {isOpen ? "Less" : "What to do"}
            </Button>
          </>
        ) : null}
      </div>
      {state ? <Progress {...props} state={state} /> : null}
      {mayAct ? (
        <div
          id="bulk-actions"
          onFocus={() => setOpen(true)}
          className={isOpen ? "max-tabs:pt-2" : "max-tabs:sr-only"}
        >
          <Actions {...props} />
        </div>
      ) : null}
    </div>
  );
}

function Progress({ count, state, onUndo, onStop }: Props & { state: BulkState }) {
  const { words, total, finished, isRunning, failures, done } = state;
  return (
    <div className="mb-2">
      <p role="status" className="flex flex-wrap items-center gap-3">
        <span>{isRunning ? `${words}: ${finished} of ${total}` : `${words}.`}</span>
        {isRunning ? <progress value={finished} max={total} aria-label={words} className="w-40" /> : null}
        {isRunning ? (
          <Button small onClick={onStop}>
            Stop
          </Button>
        ) : null}
        {!isRunning && done.length > 0 ? (
          <Button small data-undo="" onClick={onUndo}>
            Undo <ShortcutHint id="undo" />
          </Button>
        ) : null}
      </p>
      <NotDone failures={failures} areSelected={count > 0} notTried={isRunning ? 0 : total - finished} />
    </div>
  );
}

type NotDoneProps = { failures: BulkFailure[]; areSelected: boolean; notTried: number };

/** What stands in the way of each claim; what stands in the way of all is said once, and how many were not even tried. */
function NotDone({ failures, areSelected, notTried }: NotDoneProps) {
  if (failures.length === 0 && notTried === 0) return null;
  const ofAll = failures.filter(({ isForAll }) => isForAll);
  const reasons = new Map(ofAll.map((failure) => [failure.reason, failure]));
  return (
    <div role="alert" className="mt-2 max-h-40 overflow-y-auto text-sm">
      {failures.length > 0 ? (
        <>
          <p className="font-semibold text-warn">
            Not done, or not certain{areSelected ? "; still selected" : ""}:
          </p>
          <ul className="list-disc pl-5">
            {failures
              .filter(({ isForAll }) => !isForAll)
              .map(({ id, text, reason }) => (
                <li key={id}>
                  {text ? `${text}: ` : ""}
                  {reason}
                </li>
              ))}
            {[...reasons].map(([reason, { isSignedOut }]) => (
              <li key={reason}>
                {claimsInWords(ofAll.filter((failure) => failure.reason === reason).length)}: {reason}
                {isSignedOut ? (
                  <>
                    {" "}
                    <SignInAgain then="do it again" />
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {notTried > 0 ? (
        <p>
          {claimsInWords(notTried)} {notTried === 1 ? "was" : "were"} not tried.
        </p>
      ) : null}
    </div>
  );
}

const groupClass = "flex min-w-0 flex-wrap items-end gap-2";
const labelClass = "mb-0.5 block text-sm text-ink-2";

function Actions({ people, topics, onStart }: Props) {
  return (
    <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
      <Assign people={people} onStart={onStart} />
      <Topic topics={topics} onStart={onStart} />
      <Decline onStart={onStart} />
      <Button onClick={() => onStart({ kind: "watch" })}>Watch</Button>
    </div>
  );
}

const sending = (run: () => void) => (event: FormEvent) => {
  event.preventDefault();
  run();
};

function Assign({ people, onStart }: Pick<Props, "people" | "onStart">) {
  const [id, setId] = useState("");
  const name = people.find((person) => person.id === id)?.name ?? "";
  return (
    <form
      className={groupClass}
      onSubmit={sending(() => onStart({ kind: "assign", assigneeId: id === "nobody" ? null : id, name }))}
    >
      <label>
        <span className={labelClass}>Who does it</span>
        <select
          id="bulk-assign"
          required
          value={id}
          onChange={(event) => setId(event.target.value)}
          className="control"
        >
          <option value="">Choose</option>
          <option value="nobody">Nobody</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">Assign</Button>
    </form>
  );
}

function Topic({ topics, onStart }: Pick<Props, "topics" | "onStart">) {
  const [topic, setTopic] = useState("");
  return (
    <form
      className={groupClass}
      onSubmit={sending(() => {
        if (topic.trim()) onStart({ kind: "topic", topic: topic.trim() });
      })}
    >
      <label title="Topics are printed: who adds one has written part of the claim.">
        <span className={labelClass}>Topic (printed, so it makes you an author)</span>
        <input
          value={topic}
          onChange={(event) => setTopic(event.target.value)}
          required
          maxLength={60}
          list="bulk-topics"
          className="control"
        />
      </label>
      <datalist id="bulk-topics">
        {topics.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button type="submit">Add the topic</Button>
    </form>
  );
}

function Decline({ onStart }: Pick<Props, "onStart">) {
  const [reason, setReason] = useState<DeclineReason | "">("");
  const [note, setNote] = useState("");
  return (
    <form
      className={groupClass}
      onSubmit={sending(() => {
        if (reason) onStart({ kind: "decline", reason, ...(note.trim() ? { note: note.trim() } : {}) });
      })}
    >
      <label>
        <span className={labelClass}>Decline, because</span>
        <select
          required
          value={reason}
          onChange={(event) => setReason(declineReasons.find((one) => one === event.target.value) ?? "")}
          className="control"
        >
          <option value="">Choose</option>
          {declineOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className={labelClass}>In your words (optional)</span>
        <input
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={2000}
          className="control"
        />
      </label>
      <Button type="submit">Decline</Button>
    </form>
  );
}
