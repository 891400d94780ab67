"use client";

import { AskButton } from "@/components/ui/button";
import { useNewsroomZone } from "@/components/ui/newsroom-zone";
import { sayTime } from "@/components/ui/say-time";
import { places } from "@/components/layout/places";
import { isolated } from "@/lib/core/isolate";
import type { Moment } from "@/lib/log/moment";
import { entryWords } from "./entry-words";

type Props = {
  claimId: string;
  moments: readonly Moment[];
  /** What is chosen now: entry ids. */
  after: string | undefined;
  until: string | undefined;
  now: string;
};

/** Two moments of the claim to compare, chosen in a form whose answer is an address. */
export function CompareMoments({ claimId, moments, after, until, now }: Props) {
  const timeZone = useNewsroomZone();
  if (moments.length < 2) return null;
  const options = moments.map((moment) => ({ value: moment.id, label: momentWords(moment, now, timeZone) }));
  return (
    <form
      action={places.history(claimId)}
      aria-label="Compare two moments"
      className="mb-6 flex flex-wrap items-end gap-x-3 gap-y-2"
    >
      <MomentSelect
        name="after"
        label="Compare how it was after"
        value={after ?? moments.at(-1)!.id}
        options={options}
      />
      <MomentSelect
        name="until"
        label="with how it was after"
        value={until ?? moments[0]!.id}
        options={options}
      />
      <AskButton>Compare</AskButton>
    </form>
  );
}

function momentWords({ at, who, event, version }: Moment, now: string, timeZone: string): string {
  const { words, exact } = sayTime(at, now, timeZone);
  const time = words.includes(":") ? words : exact;
  return `${time}: ${isolated(who ?? "Countersign")} ${version === null ? entryWords(event) : `published version ${version}`}`;
}

type SelectProps = {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
};

function MomentSelect({ name, label, value, options }: SelectProps) {
  return (
    <div className="min-w-0 flex-1 basis-64">
      <label htmlFor={`compare-${name}`} className="mb-0.5 block text-sm text-ink-2">
        {label}
      </label>
      <select id={`compare-${name}`} name={name} defaultValue={value} className="control">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
