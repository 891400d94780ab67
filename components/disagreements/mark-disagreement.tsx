"use client";

import { useRef } from "react";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { KeySwitch } from "@/components/keys/key-switch";
import { ShortcutHint } from "@/components/keys/shortcut-hint";
import { SelectField } from "@/components/ui/select";
import { useShortcut } from "@/components/keys/use-shortcut";

export type QuoteOption = { id: string; label: string };

type Props = {
  claimId: string;
  /** What the first quote may be, and what the second may be; on a claim's page both are all of its evidence. */
  first: readonly QuoteOption[];
  second: readonly QuoteOption[];
  action: FormAction;
};

/** Marks two quotes as disagreeing. The key d opens it with the evidence in hand and the cursor where the reason goes. */
export function MarkDisagreement({ claimId, first, second, action }: Props) {
  const frame = useRef<HTMLDetailsElement>(null);
  useShortcut("claim.disagree", () => openWith(frame.current));
  const options = (list: readonly QuoteOption[]) => list.map(({ id, label }) => ({ value: id, label }));
  const a = first[0]?.id;
  const b = second.find(({ id }) => id !== a)?.id;
  return (
    <details ref={frame} className="min-w-0 border-t pt-2">
      <summary className="inline-flex min-h-6 items-center gap-1.5 text-sm text-link underline decoration-1 underline-offset-[.18em]">
        Mark two that disagree <ShortcutHint id="claim.disagree" />
      </summary>
      <Form action={action} id={`mark-disagreement-${claimId}`} className="mt-2 mb-3 grid gap-3">
        <input type="hidden" name="claimId" value={claimId} />
        <SelectField name="a" label="One quote" options={options(first)} defaultValue={a} required />
        <SelectField name="b" label="The other" options={options(second)} defaultValue={b} required />
        <TextField name="why" label="What they disagree about" required />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton look="plain">Mark them</SubmitButton>
          <KeySwitch />
        </div>
      </Form>
    </details>
  );
}

function openWith(frame: HTMLDetailsElement | null): boolean {
  if (!frame) return false;
  const inHand = document.activeElement
    ?.closest<HTMLElement>("[id^='evidence-']")
    ?.id.slice("evidence-".length);
  frame.open = true;
  const [a, b] = ["a", "b"].map((name) => frame.querySelector<HTMLSelectElement>(`select[name='${name}']`));
  if (inHand && a?.querySelector(`option[value='${CSS.escape(inHand)}']`)) {
    a.value = inHand;
    const other = [...(b?.options ?? [])].find(({ value }) => value !== inHand);
    if (b && b.value === inHand && other) b.value = other.value;
  }
  frame.scrollIntoView({ block: "nearest" });
  frame.querySelector<HTMLElement>("input[name='why']")?.focus();
  return true;
}
