"use client";

import { useId, useMemo, useState } from "react";
import type { SavedBy } from "@/lib/core/both-sides";
import { clockIn } from "@/lib/core/zoned-time";
import { wordDiff } from "@/lib/publications/word-diff";
import { cx } from "./cx";
import type { FieldConflict } from "./form-state";
import { useHasScripts } from "./has-scripts";
import { LongText } from "./long-text";
import { useNewsroomZone } from "./newsroom-zone";
import { sayTime } from "./say-time";
import { WordDiff, type SaidOf } from "./word-diff";

/** What a choice of a field is called, by the field's name and the choice's code. */
export type ValueNames = Record<string, Readonly<Record<string, string>>>;

type Side = "mine" | "theirs";

type Props = {
  /** The form whose fields hold "mine". */
  formId: string;
  conflict: FieldConflict[];
  /** Who saved the other version, where that is known. */
  savedBy?: SavedBy | undefined;
  fieldNames?: Record<string, string>;
  /** Words for what can be chosen, by field. */
  valueNames?: ValueNames | undefined;
  /** For fields that are not plain inputs; otherwise the input of that name is set. */
  onTake?: (field: string, value: string) => void;
};

/**
 * Two versions of the same fields, side by side, and which of each will be saved; without scripts the other one can be
 * copied into its field.
 */
export function ConflictView({ formId, conflict, savedBy, fieldNames = {}, valueNames = {}, onTake }: Props) {
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const hasScripts = useHasScripts();
  const id = useId();
  function choose(line: FieldConflict, side: Side) {
    const value = line[side];
    if (onTake) onTake(line.field, value);
    else setInput(formId, line.field, value);
    setChosen({ ...chosen, [line.field]: side });
  }
  return (
    <div className="mt-2">
      <p className="text-ink-2">
        {hasScripts
          ? "What you choose here goes into the form, and can be changed there before it is saved."
          : "What stands in the form is saved: copy from the other version what you want of it."}
      </p>
      {conflict.map((line) => {
        const side = chosen[line.field] ?? "mine";
        return (
          <div
            key={line.field}
            role="group"
            aria-labelledby={`${id}-${line.field}`}
            className="mt-2 border-t pt-2"
          >
            <p id={`${id}-${line.field}`} className="mb-1 font-semibold">
              {fieldNames[line.field] ?? line.field}
            </p>
            <Differences line={line} isOwn={savedBy?.isOwn} />
            <div className="grid gap-3 tabs:grid-cols-2">
              {(["mine", "theirs"] as const).map((one) => (
                <Choice
                  key={one}
                  side={one}
                  savedBy={savedBy}
                  text={valueNames[line.field]?.[line[one]] ?? line[one]}
                  isChosen={hasScripts && one === side}
                  choose={hasScripts ? () => choose(line, one) : null}
                />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

type ChoiceProps = {
  side: Side;
  savedBy: SavedBy | undefined;
  text: string;
  isChosen: boolean;
  choose: (() => void) | null;
};

/** One of two versions: a heavier frame, a tick and words say that it is the one to be saved. */
function Choice({ side, savedBy, text, isChosen, choose }: ChoiceProps) {
  const mine = savedBy?.isOwn ? "What is written here" : "Mine";
  return (
    <div className={cx("min-w-0 rounded-md border-2 p-2", isChosen ? "border-ink" : "border-rule-strong")}>
      <p className="flex flex-wrap gap-x-2 text-ink-3">
        {side === "mine" ? mine : <Theirs savedBy={savedBy} />}
        {isChosen ? <strong className="font-semibold text-ink">✓ will be saved</strong> : null}
      </p>
      <Version text={text} />
      {choose ? (
        <button
          type="button"
          className={cx("button button-small mt-1", isChosen && "bg-sunk")}
          aria-pressed={isChosen}
          onClick={choose}
        >
          {isChosen ? <span aria-hidden="true">✓</span> : null}
          {takeWords[savedBy?.isOwn ? "own" : "others"][side]}
        </button>
      ) : null}
    </div>
  );
}

const takeWords = {
  others: { mine: "Keep mine", theirs: "Take theirs" },
  own: { mine: "Keep what is here", theirs: "Take what I saved" },
};

/** Whose the other version is, and of when. */
function Theirs({ savedBy }: { savedBy: SavedBy | undefined }) {
  const zone = useNewsroomZone();
  if (!savedBy) return "Theirs";
  const at = sayTime(savedBy.at, new Date().toISOString(), zone).words;
  return savedBy.isOwn ? `What you saved, ${at}` : `Theirs: ${savedBy.name ?? "somebody who left"}, ${at}`;
}

const proseClass = "font-serif text-md whitespace-pre-wrap wrap-anywhere";
const saidOfSides: Record<"own" | "others", SaidOf> = {
  others: { del: "only in theirs", ins: "only in mine" },
  own: { del: "only in what you saved", ins: "only here" },
};
/** What can be compared at a glance needs no marks. */
const shortText = 60;

/** In one text what each of two long ones has alone: a word that differs is not found by reading both. */
function Differences({ line: { mine, theirs }, isOwn }: { line: FieldConflict; isOwn: boolean | undefined }) {
  const said = saidOfSides[isOwn ? "own" : "others"];
  const isLong = mine !== "" && theirs !== "" && Math.max(mine.length, theirs.length) > shortText;
  const parts = useMemo(() => (isLong ? wordDiff(theirs, mine) : []), [isLong, theirs, mine]);
  if (!parts.some(({ op }) => op === "same")) return null;
  return (
    <div className="mb-2">
      <p className="text-ink-3">
        Where they differ: <ins className="decoration-1 underline-offset-3">{said.ins}</ins>,{" "}
        <del>{said.del}</del>
      </p>
      <p dir="auto" className={proseClass}>
        <WordDiff parts={parts} said={said} />
      </p>
    </div>
  );
}

/** One version as a person wrote it; a time as people say it. */
function Version({ text }: { text: string }) {
  const zone = useNewsroomZone();
  return (
    <LongText text={text} className={proseClass}>
      {(isInstant(text) ? sayTime(text, undefined, zone).exact : text) || "(empty)"}
    </LongText>
  );
}

function setInput(formId: string, field: string, value: string) {
  const form = document.getElementById(formId);
  if (!(form instanceof HTMLFormElement)) return;
  const control = form.elements.namedItem(field);
  if (!control) {
    // A list is one field to the server and a field a line to the form.
    const lines = value.split("\n");
    for (let index = 0; form.elements.namedItem(`${field}.${index}`); index += 1)
      setField(form, `${field}.${index}`, lines[index] ?? "");
    return;
  }
  const zone = form.elements.namedItem(`${field}.zone`);
  const isTime = zone instanceof HTMLInputElement && isInstant(value);
  setField(form, field, isTime ? clockIn(zone.value, new Date(value)) : value);
}

const isInstant = (value: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value);

/** Sets one field of a form as if a person had. Fields kept in state hear of it too. */
export function setField(form: HTMLFormElement, field: string, value: string) {
  const control = form.elements.namedItem(field);
  if (control instanceof RadioNodeList) {
    control.value = value;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (control instanceof HTMLInputElement && control.type === "checkbox") {
    const isTicked = value !== "" && value !== "false";
    // A press, so that a box kept in state hears of it too.
    if (control.checked !== isTicked) control.click();
    return;
  }
  if (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  ) {
    // Past React's own setter, so that a field that keeps its text in state hears of it too.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
