"use client";

import { useMemo, useState } from "react";
import { clockIn } from "@/lib/core/zoned-time";
import { wordDiff } from "@/lib/publications/word-diff";
import type { FieldConflict } from "./form-state";
import { LongText } from "./long-text";
import { useNewsroomZone } from "./newsroom-zone";
import { sayTime } from "./say-time";
import { WordDiff, type SaidOf } from "./word-diff";

/** What a choice of a field is called, by the field's name and the choice's code. */
export type ValueNames = Record<string, Readonly<Record<string, string>>>;

type Props = {
  /** The form whose fields hold "mine". */
  formId: string;
  conflict: FieldConflict[];
  fieldNames?: Record<string, string>;
  /** Words for what can be chosen, by field. */
  valueNames?: ValueNames | undefined;
  /** For fields that are not plain inputs; otherwise the input of that name is set. */
  onTake?: (field: string, value: string) => void;
};

/** Two versions of the same fields, side by side; without scripts the other one can be copied. */
export function ConflictView({ formId, conflict, fieldNames = {}, valueNames = {}, onTake }: Props) {
  const [chosen, setChosen] = useState<Record<string, "mine" | "theirs">>({});
  function choose(line: FieldConflict, side: "mine" | "theirs") {
    const value = side === "mine" ? line.mine : line.theirs;
    if (onTake) onTake(line.field, value);
    else setInput(formId, line.field, value);
    setChosen({ ...chosen, [line.field]: side });
  }
  return (
    <div className="mt-2">
      {conflict.map((line) => (
        <section key={line.field} className="mt-2 border-t pt-2">
          <h4 className="font-semibold">{fieldNames[line.field] ?? line.field}</h4>
          <Differences line={line} />
          <div className="grid gap-3 tabs:grid-cols-2">
            {(["mine", "theirs"] as const).map((side) => (
              <div key={side}>
                <p className="text-ink-3">{side === "mine" ? "Yours" : "Theirs"}</p>
                <Version text={valueNames[line.field]?.[line[side]] ?? line[side]} />
                <button
                  type="button"
                  className="button button-small mt-1"
                  aria-pressed={(chosen[line.field] ?? "mine") === side}
                  onClick={() => choose(line, side)}
                >
                  {side === "mine" ? "Keep mine" : "Take theirs"}
                </button>
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

const proseClass = "font-serif text-md whitespace-pre-wrap wrap-anywhere";
const saidOfSides: SaidOf = { del: "only in theirs", ins: "only in yours" };
/** What can be compared at a glance needs no marks. */
const shortText = 60;

/** In one text what each of two long ones has alone: a word that differs is not found by reading both. */
function Differences({ line: { mine, theirs } }: { line: FieldConflict }) {
  const isLong = mine !== "" && theirs !== "" && Math.max(mine.length, theirs.length) > shortText;
  const parts = useMemo(() => (isLong ? wordDiff(theirs, mine) : []), [isLong, theirs, mine]);
  if (!parts.some(({ op }) => op === "same")) return null;
  return (
    <div className="mb-2">
      <p className="text-ink-3">
        Where they differ: <ins className="decoration-1 underline-offset-3">only in yours</ins>,{" "}
        <del>only in theirs</del>
      </p>
      <p dir="auto" className={proseClass}>
        <WordDiff parts={parts} said={saidOfSides} />
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
