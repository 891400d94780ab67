"use client";

import { useState, type FormEvent } from "react";
import type { BulkAction } from "@/lib/claims/bulk-actions";
import { declineReasons, type DeclineReason } from "@/lib/claims/vocabulary";
import { Button } from "@/components/ui/button";
import { declineOptions } from "./claim-words";

type Props = {
  people: readonly { id: string; name: string }[];
  topics: readonly string[];
  onStart: (action: BulkAction) => void;
};

const groupClass = "flex min-w-0 flex-wrap items-end gap-2";
const fieldClass = "w-48 max-tabs:min-w-0 max-tabs:flex-1";
const labelClass = "mb-0.5 block text-sm text-ink-2";

/** The forms of what can be done with many claims at once. */
export function BulkForms({ people, topics, onStart }: Props) {
  return (
    <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
      <div className={groupClass}>
        <Assign people={people} onStart={onStart} />
        <Button onClick={() => onStart({ kind: "watch" })}>Watch</Button>
      </div>
      <Topic topics={topics} onStart={onStart} />
      <Decline onStart={onStart} />
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
      <label className={fieldClass}>
        <span className={labelClass}>Topic</span>
        <input
          aria-describedby="bulk-topic-hint"
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
      <p id="bulk-topic-hint" className="-mt-1 w-0 min-w-full text-sm text-ink-3">
        Readers see it, so you become an author of these claims.
      </p>
    </form>
  );
}

/** Apart from the rest, at the far end: it is no step of the work. */
function Decline({ onStart }: Pick<Props, "onStart">) {
  const [reason, setReason] = useState<DeclineReason | "">("");
  const [note, setNote] = useState("");
  return (
    <form
      className={`${groupClass} tabs:ml-auto`}
      onSubmit={sending(() => {
        if (reason) onStart({ kind: "decline", reason, ...(note.trim() ? { note: note.trim() } : {}) });
      })}
    >
      <label className={fieldClass}>
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
      <label className={fieldClass}>
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
