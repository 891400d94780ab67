"use client";

import { useEffect, useRef, useState, type InputHTMLAttributes, type ReactNode } from "react";
import { cx } from "./cx";
import { FieldName } from "./field-name";
import { useField } from "./form";

type ShellProps = {
  id: string;
  name: string;
  label: ReactNode;
  /** What a refusal calls it, when that is not all of the label. */
  called?: string;
  hint?: ReactNode;
  errors: string[];
  hideLabel?: boolean;
  optional?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, hint and errors around one control; `describedBy` ties them to it. */
export function FieldShell({
  id,
  name,
  label,
  called,
  hint,
  errors,
  hideLabel,
  optional,
  className,
  children,
}: ShellProps) {
  return (
    <div className={cx("flex min-w-0 flex-col", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-1 block font-medium"}>
        {label}
        {optional ? <span className="font-normal text-ink-3"> (optional)</span> : null}
      </label>
      <FieldName name={name} label={called ?? label} />
      {hint ? (
        <p id={`${id}-hint`} className="mb-1.5 text-sm text-ink-3">
          {hint}
        </p>
      ) : null}
      {/* Beside a field with a longer hint both begin on one line. */}
      <div className="mt-auto">{children}</div>
      <FieldErrors id={id} errors={errors} />
    </div>
  );
}

/** What is wrong, next to the field. */
export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <p id={`${id}-error`} className="mt-1 text-sm font-medium text-warn">
      {errors.join(" ")}
    </p>
  );
}

/** The attributes that tie a control to its hint and errors. */
export function describedBy(id: string, hint: unknown, errors: string[]) {
  const ids = [hint ? `${id}-hint` : "", errors.length > 0 ? `${id}-error` : ""].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": errors.length > 0 ? true : undefined,
  };
}

type TextFieldProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "name" | "defaultValue" | "value" | "id"
> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
  optional?: boolean;
  defaultValue?: string | null;
  /** What a number counts, behind it. */
  unit?: string;
};

/** One line of text, a date, an address, a file. */
export function TextField({
  name,
  label,
  hint,
  hideLabel,
  optional,
  defaultValue,
  unit,
  className,
  ...rest
}: TextFieldProps) {
  const field = useField(name, defaultValue ?? "");
  const keeps = rest.type !== "file" && rest.type !== "password";
  const input = (
    <input
      {...rest}
      id={field.id}
      name={name}
      dir={rest.type === undefined || rest.type === "text" ? "auto" : undefined}
      defaultValue={keeps ? field.value : undefined}
      className="control"
      {...describedBy(field.id, hint, field.errors)}
    />
  );
  return (
    <FieldShell
      {...{ name, label, hint, hideLabel, optional, className }}
      id={field.id}
      errors={field.errors}
    >
      {unit ? (
        <span className="flex items-baseline gap-2">
          {input}
          <span className="text-sm text-ink-3">{unit}</span>
        </span>
      ) : (
        input
      )}
    </FieldShell>
  );
}

/**
 * A hidden value, such as the version that was read. After a conflict it is what the action gave back. A newer one from the
 * server is taken only while nothing was typed: older words under a newer version would overwrite somebody's unseen.
 */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  const stored = String(value);
  const { value: first, values } = useField(name, stored);
  const element = useRef<HTMLInputElement>(null);
  // The same element at every render, so that React never sets back what saving or putting back has set.
  const [input] = useState(() => <input ref={element} type="hidden" name={name} defaultValue={first} />);
  useEffect(() => {
    const [field, given] = [element.current, values?.[name]];
    if (!field || given === undefined || given === field.value) return;
    // What is kept of the form stays under the version it was written against: after a reload it is a conflict again.
    field.dataset.read ??= field.value;
    field.value = given;
  }, [name, values]);
  useEffect(() => {
    const field = element.current;
    if (!field || field.form?.dataset.touched) return;
    delete field.dataset.read;
    field.value = stored;
  }, [stored]);
  return input;
}
