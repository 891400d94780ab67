"use client";

import { CopyButton } from "./copy-button";
import { useFormAnswer } from "./form";
import { useHasScripts } from "./has-scripts";

type Props = {
  /** The name under `values` of a successful answer. */
  name: string;
  label: string;
  note: string;
};

/** A secret that is shown once, after it was made: a link of invitation, a token. */
export function OnceShown({ name, label, note }: Props) {
  const answer = useFormAnswer();
  const hasScripts = useHasScripts();
  const secret = answer?.ok ? answer.values?.[name] : undefined;
  if (!secret) return null;
  return (
    <div className="rounded-md border border-rule-strong p-3">
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <p className="mr-auto font-semibold">{label}</p>
        {hasScripts ? (
          <CopyButton text={secret} otherwise="Mark it and copy it.">
            Copy
          </CopyButton>
        ) : null}
      </div>
      <p className="my-1">
        <code className="break-all select-all">{secret}</code>
      </p>
      <p className="text-sm text-ink-2">{note}</p>
    </div>
  );
}
