"use client";

import { useFormAnswer } from "./form";

type Props = {
  /** The name under `values` of a successful answer. */
  name: string;
  label: string;
  note: string;
};

/** A secret that is shown once, after it was made: a link of invitation, a token. */
export function OnceShown({ name, label, note }: Props) {
  const answer = useFormAnswer();
  const secret = answer?.ok ? answer.values?.[name] : undefined;
  if (!secret) return null;
  return (
    <div className="rounded-md border border-rule-strong p-3">
      <p className="font-semibold">{label}</p>
      <p className="my-1">
        <code className="break-all select-all">{secret}</code>
      </p>
      <p className="text-sm text-ink-2">{note}</p>
    </div>
  );
}
