"use client";

import type { ReactNode } from "react";
import { isolated } from "@/lib/core/isolate";
import { cx } from "./cx";
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
  /** As tall as small buttons beside it. */
  small?: boolean;
  className?: string;
};

/** A list to choose one from. */
export function SelectField({
  name,
  label,
  options,
  defaultValue,
  hint,
  empty,
  required,
  small,
  ...shell
}: Props) {
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
        className={cx("control", small && "min-h-7 py-0.5 pointer-coarse:min-h-9")}
        {...describedBy(field.id, hint, field.errors)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {isolated(option.label)}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}
