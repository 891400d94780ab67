"use client";

import { CopyButton } from "./copy-button";
import { useFormAnswer } from "./form";
import { useHasScripts } from "./has-scripts";
import { TimeAgo } from "./time-ago";

type Props = {
  /** The name under `values` of a successful answer. */
  name: string;
  label: string;
  note: string;
  /** What the form under it is for then: "Invite someone else". */
  next?: string;
};

/**
 * A secret that is shown once, after it was made: an invitation link, a token. The answer's `about` says for whom or
 * what it is, its `until` (ISO 8601) when it ends.
 */
export function OnceShown({ name, label, note, next }: Props) {
  const answer = useFormAnswer();
  const hasScripts = useHasScripts();
  const secret = answer?.ok ? answer.values?.[name] : undefined;
  if (!secret) return null;
  const { about, until } = answer?.ok ? (answer.values ?? {}) : {};
  return (
    <>
      <div className="rounded-md border border-rule-strong p-3">
        <div className="flex flex-wrap items-center justify-between gap-x-2">
          <p className="mr-auto font-semibold">{label}</p>
          {hasScripts ? (
            <CopyButton text={secret} otherwise="Select it and copy it: it is shown only this once.">
              Copy
            </CopyButton>
          ) : null}
        </div>
        {about || until ? (
          <p className="wrap-anywhere">
            {about}
            {until ? (
              <>
                {about ? "; it works until " : "It works until "}
                <TimeAgo at={until} exact />
              </>
            ) : null}
            .
          </p>
        ) : null}
        <p className="my-1">
          <code className="break-all select-all">{secret}</code>
        </p>
        <p className="text-sm text-ink-2">{note}</p>
      </div>
      {next ? <p className="mt-6 border-t pt-4 font-semibold">{next}</p> : null}
    </>
  );
}
