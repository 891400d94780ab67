"use client";

import { useState, type MouseEvent } from "react";
import { setField } from "@/components/ui/conflict-view";
import { Disclosure } from "@/components/ui/disclosure";
import { useField, useFormAnswer } from "@/components/ui/form";
import { useNewsroomZone } from "@/components/ui/newsroom-zone";
import { mapResult, ok, type Result } from "@/lib/core/result";
import { instantIn, readingsOf } from "@/lib/core/zoned-time";
import { fillField, type OfferedTemplates } from "@/lib/templates/fill-field";
import type { OfferedTemplate, TemplateKind } from "@/lib/templates/template";
import { sayDeadline } from "@/lib/templates/values";

type Props = {
  /** The name of the field, in the form around this. */
  field: string;
  kind: TemplateKind;
  offered: OfferedTemplates | undefined;
  /** What became of the template that the address named. */
  said: string | null;
  /** The form has a field `deadlineAt`, a `TimeField`, which is the deadline that is meant. */
  asksDeadline?: boolean;
};

function controlOf(form: HTMLFormElement | null, name: string) {
  const control = form?.elements.namedItem(name);
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control : null;
}

/** The deadline as typed, or as chosen of two readings, in ISO 8601; else why it is no instant and what to write in its place. */
function deadlineIn(form: HTMLFormElement, timeZone: string, typed: string): Result<string> {
  const chosen = new FormData(form).get("deadlineAt.which");
  const reading = readingsOf(timeZone, typed).find(({ at }) => at === chosen);
  if (reading) return ok(reading.at);
  return mapResult(instantIn(timeZone, typed, "deadlineAt"), (at) => at.toISOString());
}

/**
 * Templates for one field, filled in at once; before scripts load each is a link to the page with the field filled. A
 * field with words in it is left alone.
 */
export function UseTemplate({ field, kind, offered, said: begun, asksDeadline }: Props) {
  const answer = useFormAnswer();
  const { id } = useField(`${field}-template`);
  const timeZone = useNewsroomZone();
  const [said, setSaid] = useState({ words: begun, answer: null as typeof answer });
  const items = offered?.items.filter((one) => one.kind === kind) ?? [];
  if (!offered || items.length === 0) return null;

  function use(event: MouseEvent<HTMLAnchorElement>, template: OfferedTemplate) {
    const { currentTarget, metaKey, ctrlKey, shiftKey } = event;
    const form = currentTarget.closest("form");
    const control = controlOf(form, field);
    if (!form || !control || metaKey || ctrlKey || shiftKey) return;
    event.preventDefault();
    const typed = asksDeadline ? controlOf(form, "deadlineAt")?.value : "";
    const at = typed ? deadlineIn(form, timeZone, typed) : null;
    const deadline = at?.ok ? sayDeadline(at.value, { language: offered!.language, timeZone }) : null;
    const values = { ...offered!.values, ...(asksDeadline ? { deadline } : {}) };
    const filled = fillField(control.value, template, values);
    if (filled.value !== control.value) setField(form, field, filled.value);
    const why = at && !at.ok && template.body.includes("{deadline}") ? at.error.detail : null;
    setSaid({ words: [filled.said, why].filter(Boolean).join(" ") || null, answer });
  }

  const words = said.answer === answer ? said.words : null;
  return (
    <div className="grid gap-1">
      <Disclosure summary="Use a template" open={begun !== null}>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {items.map((template) => (
            <li key={template.id} className="min-w-0 wrap-anywhere">
              <a
                href={`${offered.address}${offered.address.includes("?") ? "&" : "?"}template=${encodeURIComponent(template.id)}#${id}`}
                className="inline-block py-1"
                onClick={(event) => use(event, template)}
              >
                {template.name}
              </a>
            </li>
          ))}
        </ul>
        <noscript>
          <p className="text-sm text-ink-3">Choose it before you write: it reloads the page.</p>
        </noscript>
      </Disclosure>
      <p id={id} role="status" className="scroll-mt-16 text-sm text-ink-2">
        {words}
      </p>
    </div>
  );
}
