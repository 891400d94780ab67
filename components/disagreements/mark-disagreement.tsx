"use client";

import { useRef, useState } from "react";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { KeySwitch } from "@/components/keys/key-switch";
import { ShortcutHint } from "@/components/keys/shortcut-hint";
import { SelectField } from "@/components/ui/select";
import { useKeysFor } from "@/components/keys/keys-provider";
import { useShortcut } from "@/components/keys/use-shortcut";

export type QuoteOption = { id: string; label: string };

type Props = {
  claimId: string;
  /** What the first quote may be, and what the second may be; on a claim's page both are all of its evidence. */
  first: readonly QuoteOption[];
  second: readonly QuoteOption[];
  action: FormAction;
};

/**
 * Marks two quotes as disagreeing. The key d takes the quote in hand, and on another one marks the two; where there are
 * only two it marks them at once. With nothing in hand it opens the form.
 */
export function MarkDisagreement({ claimId, first, second, action }: Props) {
  const frame = useRef<HTMLDetailsElement>(null);
  const key = useKeysFor("claim.disagree") || "the key";
  const [taken, setTaken] = useState<QuoteOption | null>(null);
  const pairs = first.flatMap((a) =>
    second.filter((b) => b.id !== a.id).map((b) => [a.id, b.id].sort().join()),
  );
  useShortcut("claim.disagree", () => {
    const fields = frame.current?.querySelector("form");
    if (!fields) return false;
    const inHand = quoteInHand(second);
    if (new Set(pairs).size === 1)
      return markPair(fields, first[0]!.id, second.find(({ id }) => id !== first[0]!.id)!.id);
    if (!inHand) return openForm(frame.current!);
    if (!taken || taken.id === inHand.id) {
      setTaken(taken ? null : inHand);
      return true;
    }
    setTaken(null);
    // On an article's page the first of the two is one of its own quotes.
    const [own, other] = first.some(({ id }) => id === taken.id) ? [taken, inHand] : [inHand, taken];
    return markPair(fields, own.id, other.id);
  });
  const options = (list: readonly QuoteOption[]) => list.map(({ id, label }) => ({ value: id, label }));
  const a = first[0]?.id;
  const b = second.find(({ id }) => id !== a)?.id;
  return (
    <details ref={frame} className="min-w-0 border-t pt-2">
      <summary className="inline-flex min-h-6 items-center gap-1.5 text-sm text-link underline decoration-1 underline-offset-[.18em]">
        Mark two that disagree <ShortcutHint id="claim.disagree" />
      </summary>
      <p role="status" className="text-sm text-ink-2">
        {taken
          ? `Taken: ${taken.label}. Go to the other quote and press ${key}; ${key} here lets it go.`
          : null}
      </p>
      <Form
        action={action}
        id={`mark-disagreement-${claimId}`}
        done="marked"
        shownAt="the claim"
        keep={`disagreement:${claimId}`}
        className="mt-2 mb-3 grid gap-3"
      >
        <input type="hidden" name="claimId" value={claimId} />
        <SelectField name="a" label="One quote" options={options(first)} defaultValue={a} required />
        <SelectField name="b" label="The other" options={options(second)} defaultValue={b} required />
        <TextField name="why" label="What they disagree about" hint="Empty: the words that differ." />
        <div>
          <SubmitButton look="plain">Mark them</SubmitButton>
        </div>
      </Form>
      <KeySwitch />
    </details>
  );
}

function quoteInHand(quotes: readonly QuoteOption[]): QuoteOption | undefined {
  const inHand = document.activeElement?.closest<HTMLElement>("[id^='evidence-']")?.id;
  return quotes.find(({ id }) => inHand === `evidence-${id}`);
}

function markPair(form: HTMLFormElement, a: string, b: string): boolean {
  for (const [name, value] of Object.entries({ a, b }))
    form.querySelector<HTMLSelectElement>(`select[name='${name}']`)!.value = value;
  form.requestSubmit();
  return true;
}

function openForm(frame: HTMLDetailsElement): boolean {
  frame.open = true;
  frame.scrollIntoView({ block: "nearest" });
  frame.querySelector<HTMLElement>("select[name='a']")?.focus();
  return true;
}
