"use client";

import { memo, useCallback, useEffect, useRef, useState, type FormEvent } from "react";
import type { BulkAction } from "@/lib/claims/bulk-actions";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { declineReasons } from "@/lib/claims/vocabulary";
import { cancelsEachWords } from "@/lib/schedules/cancels-words";
import { BesidesLine, holdSamePress, useAsksFirst } from "@/components/ui/asks-first";
import { Button } from "@/components/ui/button";
import { BackFrom } from "@/components/ui/form";
import { useKeeping, useUnkept } from "@/components/ui/kept-here";
import { useNewsroomZone } from "@/components/ui/newsroom-zone";
import { useTouched } from "@/components/ui/still-here";
import { noteSafe, noteSent, useKeptCopy } from "@/components/ui/use-kept-copy";
import { declineOptions } from "./claim-words";

type Props = {
  people: readonly { id: string; name: string }[];
  topics: readonly string[];
  /** The claims that it is done to. */
  chosen: readonly Pick<ClaimRowDto, "id" | "text" | "topics" | "publishAt">[];
  /** Answers, once it is over, whether it was done to all of them. */
  onStart: (action: BulkAction) => Promise<boolean>;
};

const groupClass = "flex min-w-0 flex-wrap items-end gap-2";
const fieldClass = "w-48 max-tabs:min-w-0 max-tabs:flex-1";
const labelClass = "mb-0.5 block text-sm text-ink-2";

/** The forms of what can be done with many claims at once. As one more is selected, only what speaks of each is drawn again. */
export function BulkForms({ people, topics, chosen, onStart }: Props) {
  const latest = useRef(onStart);
  useEffect(() => {
    latest.current = onStart;
  });
  const start = useCallback((action: BulkAction) => latest.current(action), []);
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
      <div className={groupClass}>
        <Assign people={people} onStart={start} />
        <Button onClick={() => void start({ kind: "watch" })}>Watch</Button>
      </div>
      <Topic topics={topics} chosen={chosen} onStart={start} />
      <Decline onStart={start} />
    </div>
  );
}

const sending = (run: () => void) => (event: FormEvent) => {
  event.preventDefault();
  run();
};

const Assign = memo(function Assign({ people, onStart }: Pick<Props, "people" | "onStart">) {
  const [id, setId] = useState("");
  const form = useUnkept<HTMLFormElement>();
  const name = people.find((person) => person.id === id)?.name ?? "";
  return (
    <form
      ref={form}
      className={groupClass}
      onSubmit={sending(
        () => void onStart({ kind: "assign", assigneeId: id === "nobody" ? null : id, name }),
      )}
    >
      <label className={fieldClass}>
        <span className={labelClass}>Assign to</span>
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
});

const TopicsToOffer = memo(function TopicsToOffer({ topics }: Pick<Props, "topics">) {
  return (
    <datalist id="bulk-topics">
      {topics.map((one) => (
        <option key={one} value={one} />
      ))}
    </datalist>
  );
});

function Topic({ topics, chosen, onStart }: Pick<Props, "topics" | "chosen" | "onStart">) {
  const [typed, setTopic] = useState("");
  const form = useUnkept<HTMLFormElement>();
  const topic = typed.trim();
  const waiting = chosen.flatMap(({ id: claimId, text, publishAt, topics: has }) =>
    publishAt && !has.includes(topic) ? [{ claimId, text, publishAt }] : [],
  );
  const about = [topic, ...waiting.map(({ claimId }) => claimId)].join(" ");
  const asks = useAsksFirst(about, cancelsEachWords(waiting, useNewsroomZone()));
  return (
    <form
      ref={form}
      className={groupClass}
      onSubmit={sending(() => {
        if (topic && !asks.isHeld("topic")) void onStart({ kind: "topic", topic });
      })}
      onKeyDownCapture={(event) => holdSamePress(event, asks)}
      onClickCapture={(event) => holdSamePress(event, asks)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || asks.leave()}
    >
      <label className={fieldClass}>
        <span className={labelClass}>Topic</span>
        <input
          aria-describedby="bulk-topic-hint"
          value={typed}
          onChange={(event) => setTopic(event.target.value)}
          required
          maxLength={60}
          list="bulk-topics"
          className="control"
        />
      </label>
      <TopicsToOffer topics={topics} />
      <Button type="submit" aria-describedby={asks.besides === null ? undefined : "bulk-topic-besides"}>
        Add the topic
      </Button>
      <p id="bulk-topic-hint" className="-mt-1 w-0 min-w-full text-sm text-ink-3">
        Readers see it, so you become an author of these claims.
      </p>
      {asks.besides === null ? null : (
        <div className="w-0 min-w-full">
          <BesidesLine id="bulk-topic-besides" asks={asks} />
        </div>
      )}
    </form>
  );
}

/**
 * Apart from the rest, at the far end: it is no step of the work. What is written is kept in this browser, also when nothing
 * is selected meanwhile, until all that were selected are declined.
 */
const Decline = memo(function Decline({ onStart }: Pick<Props, "onStart">) {
  const form = useRef<HTMLFormElement>(null);
  // Before words are put back, which touches the form too.
  useTouched(form);
  const { backFrom, throwAway } = useKeptCopy(form, "decline-many");
  useKeeping(form, "keeps");
  return (
    <form
      ref={form}
      className={`${groupClass} tabs:ml-auto`}
      onSubmit={(event) => {
        event.preventDefault();
        void declineAs(event.currentTarget, onStart);
      }}
    >
      {backFrom ? (
        <div className="w-0 min-w-full">
          <BackFrom {...backFrom} throwAway={throwAway} />
        </div>
      ) : null}
      <label className={fieldClass}>
        <span className={labelClass}>Decline, because</span>
        <select name="reason" required className="control">
          <option value="">Choose</option>
          {declineOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className={fieldClass}>
        <span className={labelClass}>In your words (optional)</span>
        <input name="note" maxLength={2000} className="control" />
      </label>
      <Button type="submit">Decline</Button>
    </form>
  );
});

/** The form is gone from the page while it is done. */
async function declineAs(form: HTMLFormElement, onStart: Props["onStart"]): Promise<void> {
  const given = new FormData(form);
  const reason = declineReasons.find((one) => one === given.get("reason"));
  const note = String(given.get("note") ?? "").trim();
  if (!reason) return;
  noteSent(form);
  if (await onStart({ kind: "decline", reason, ...(note ? { note } : {}) })) noteSafe(form);
}
