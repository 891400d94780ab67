"use client";

import { TextField } from "./field";
import { useStepUpProof } from "./step-up";

type Props = {
  /** What it is asked for: "to publish", "to change a role". */
  purpose: string;
  /** Not everything this form does needs it; the server says when it does. */
  isOptional?: boolean;
  /** What the field is called where another password stands beside it. */
  label?: string;
};

/** The proof of who is here, again, for what cannot be undone. Never filled in again after a failure. */
export function ConfirmByPassword({ purpose, isOptional, label = `Your password, ${purpose}` }: Props) {
  const { by, provider, newsroom } = useStepUpProof();
  const hint =
    by === "provider"
      ? "Only if you did not confirm there."
      : `Asked again${newsroom ? ` by the desk of ${newsroom}` : ""}, in case you left your screen open.`;
  return (
    <div className="grid gap-3">
      {by === "provider" ? (
        <div>
          <p className="font-medium">Confirm who you are, {purpose}</p>
          <p className="mb-2 text-sm text-ink-3">Opens in another tab, and counts for ten minutes.</p>
          <a href="/sign-in/confirm" target="_blank" rel="noopener" className="button">
            Confirm with {provider}
          </a>
        </div>
      ) : null}
      <TextField
        name="password"
        type="password"
        label={by === "provider" ? `Or ${label[0]!.toLowerCase()}${label.slice(1)}` : label}
        hint={hint}
        autoComplete="current-password"
        required={!isOptional && by !== "provider"}
      />
      {by === "password-and-code" ? (
        <TextField
          name="code"
          label="Code from your authenticator"
          hint="Or a recovery code. Not needed within ten minutes of the last one."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
        />
      ) : null}
    </div>
  );
}
