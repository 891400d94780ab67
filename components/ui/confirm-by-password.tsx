"use client";

import { TextField } from "./field";

type Props = {
  /** What the password is asked for: "to publish", "to change a role". */
  purpose: string;
  /** Accounts with a second factor may give a code instead. */
  allowCode?: boolean;
};

/** The password again, for what cannot be undone. Never filled in again after a failure. */
export function ConfirmByPassword({ purpose, allowCode }: Props) {
  return (
    <div className="grid gap-3">
      <TextField
        name="password"
        type="password"
        label={`Your password, ${purpose}`}
        hint="Asked again, so that an open screen is not enough."
        autoComplete="current-password"
        required={!allowCode}
      />
      {allowCode ? (
        <TextField
          name="code"
          label="Or a code from your authenticator"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]*"
        />
      ) : null}
    </div>
  );
}
