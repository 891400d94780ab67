"use client";

import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { useFormAnswer } from "@/components/ui/form";
import { useHasScripts } from "@/components/ui/has-scripts";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  /** Where to go once they are written down. */
  next?: string;
  /** What stands here until the codes do. */
  children?: ReactNode;
};

/** The recovery codes, once, after they were made. */
export function RecoveryCodesOnce({ next, children }: Props) {
  const answer = useFormAnswer();
  const hasScripts = useHasScripts();
  const codes = answer?.ok ? answer.values?.codes : undefined;
  if (!codes) return children;
  return (
    <div className="rounded-md border border-rule-strong p-3" role="status">
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <p className="mr-auto font-semibold">Your recovery codes</p>
        {hasScripts ? (
          <CopyButton text={codes} otherwise="Select them and copy them: they are shown only this once.">
            Copy
          </CopyButton>
        ) : null}
      </div>
      <p className="mt-1 text-sm text-ink-2">
        Write them down or print them, and keep them away from your phone. Each lets you in once if you lose
        it. They are not shown again.
      </p>
      <ul className="my-3 grid grid-cols-2 gap-x-6 gap-y-1 max-[20rem]:grid-cols-1">
        {codes.split("\n").map((code) => (
          <li key={code}>
            <code className="select-all">{code}</code>
          </li>
        ))}
      </ul>
      {next ? (
        <LinkButton href={next} look="primary">
          I have saved them: to the desk
        </LinkButton>
      ) : null}
    </div>
  );
}
