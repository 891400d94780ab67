"use client";

import { useId, useRef, useState, type KeyboardEvent } from "react";
import { isComposing } from "@/components/keys/is-composing";
import { TextAreaField } from "@/components/ui/text-area";

type Props = {
  name: string;
  label: string;
  hideLabel?: boolean;
  hint?: string;
  people: readonly { id: string; name: string }[];
};
type Asked = { from: number; query: string };

const most = 6;

/** What is being typed after an @ up to the caret; null when it is no name. */
function askedName(text: string, caret: number): Asked | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]*)?)$/u.exec(
    text.slice(0, caret),
  );
  return match ? { from: caret - match[1]!.length, query: match[1]! } : null;
}

/** A field for talk: after an @ it offers the names of the people of the desk. */
export function MentionField({ name, label, hideLabel, hint, people }: Props) {
  const listId = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [at, setAt] = useState(0);
  const fits = asked ? people.filter((person) => fitsName(person.name, asked.query)).slice(0, most) : [];
  const isOpen = fits.length > 0;

  function look(element: HTMLTextAreaElement) {
    area.current = element;
    setAsked(askedName(element.value, element.selectionStart));
    setAt(0);
  }

  function choose(person: { name: string }) {
    const element = area.current;
    if (!element || !asked) return;
    element.setRangeText(`${person.name} `, asked.from, asked.from + asked.query.length, "end");
    element.dispatchEvent(new Event("input", { bubbles: true }));
    setAsked(null);
    element.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!isOpen || isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + fits.length) % fits.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(fits[at]!);
    else if (event.key === "Escape") setAsked(null);
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <TextAreaField
        name={name}
        label={label}
        hideLabel={hideLabel}
        hint={hint}
        rows={2}
        required
        onChange={(event) => look(event.currentTarget)}
        onKeyDown={onKeyDown}
        onBlur={() => setAsked(null)}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
      />
      {isOpen ? (
        <ul
          id={listId}
          role="listbox"
          aria-label="People"
          className="absolute z-3 mt-1 w-64 max-w-full rounded-md border border-rule-strong bg-panel py-1"
        >
          {fits.map((person, index) => (
            <li
              key={person.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className="cursor-pointer px-3 py-1 aria-selected:bg-sunk forced-colors:aria-selected:underline"
              onMouseDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              {person.name}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function fitsName(name: string, query: string): boolean {
  const [whole, asked] = [name.toLowerCase(), query.toLowerCase()];
  // A name that stands there in full needs no offer.
  return (
    whole !== asked && (whole.startsWith(asked) || whole.split(/\s+/).some((word) => word.startsWith(asked)))
  );
}
