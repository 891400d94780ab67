"use client";

import type { ReactNode } from "react";
import { describedBy, FieldShell } from "./field";
import { useField } from "./form";

export type Option = { value: string; label: string };

type Props = {
  name: string;
  label: ReactNode;
  options: readonly Option[];
  defaultValue?: string | null;
  hint?: ReactNode;
  hideLabel?: boolean;
  optional?: boolean;
  required?: boolean;
  /** The first, empty choice. */
  empty?: string;
  className?: string;
};

/** A list to choose one from. */
export function SelectField({ name, label, options, defaultValue, hint, empty, required, ...shell }: Props) {
  const field = useField(name, defaultValue ?? "");
  return (
    <FieldShell {...shell} name={name} label={label} hint={hint} id={field.id} errors={field.errors}>
      {/* A select does not follow a changed default by itself: the key starts it again with what was chosen. */}
      <select
        key={field.value}
        id={field.id}
        name={name}
        defaultValue={field.value}
        required={required}
        className="control"
        {...describedBy(field.id, hint, field.errors)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}
