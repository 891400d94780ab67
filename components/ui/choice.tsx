"use client";

import type { ReactNode } from "react";
import { cx } from "./cx";
import { describedBy, FieldErrors } from "./field";
import { FieldName } from "./field-name";
import { useField } from "./form";

type CheckProps = {
  name: string;
  label: ReactNode;
  value?: string;
  hint?: ReactNode;
  defaultChecked?: boolean;
  className?: string;
};

/** One box to tick. Several may share a name. */
export function CheckField({ name, label, value = "on", hint, defaultChecked, className }: CheckProps) {
  const field = useField(name);
  const id = `${field.id}${value === "on" ? "" : `-${value}`}`;
  const before = field.values?.[name];
  const checked = field.failed ? (before ?? "").split(",").includes(value) : defaultChecked;
  return (
    <div className={className}>
      <label className="flex min-h-6 gap-2">
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={checked}
          className="mt-0.5 size-4 shrink-0 accent-ink"
          {...describedBy(id, hint, value === "on" ? field.errors : [])}
        />
        <span className="min-w-0">{label}</span>
      </label>
      {value === "on" ? <FieldName name={name} label={label} /> : null}
      {hint ? (
        <p id={`${id}-hint`} className="pl-6 text-sm text-ink-3">
          {hint}
        </p>
      ) : null}
      <FieldErrors id={id} errors={value === "on" ? field.errors : []} />
    </div>
  );
}

type GroupProps = {
  /** The name that its boxes share. */
  name: string;
  legend: ReactNode;
  /** One of them at least has to be ticked. */
  needsOne?: boolean;
  className?: string;
  children: ReactNode;
};

/** Boxes that share a name: what is wrong with what was ticked of them is wrong with all of them. */
export function CheckGroup({ name, legend, needsOne, className, children }: GroupProps) {
  const field = useField(name);
  return (
    <fieldset
      className={cx("grid gap-1", className)}
      data-needs-one={needsOne ? name : undefined}
      {...groupOf(field.id, null, field.errors)}
    >
      <legend className="mb-1 font-medium">{legend}</legend>
      <FieldName name={name} label={legend} />
      {children}
      <FieldErrors id={field.id} errors={field.errors} />
    </fieldset>
  );
}

/** The attributes of a group of boxes: refused, it is marked as a field is, and takes the focus of what leads to it. */
function groupOf(id: string, hint: unknown, errors: string[]) {
  return { id, ...(errors.length > 0 ? { tabIndex: -1 } : {}), ...describedBy(id, hint, errors) };
}

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode };

type RadioProps = {
  name: string;
  legend: ReactNode;
  options: readonly RadioOption[];
  defaultValue?: string | null;
  hint?: ReactNode;
  hideLegend?: boolean;
  required?: boolean;
  /** In one line when there is room. */
  inline?: boolean;
  className?: string;
};

/** One of a few. */
export function RadioField({
  name,
  legend,
  options,
  defaultValue,
  hint,
  hideLegend,
  required,
  inline,
  className,
}: RadioProps) {
  const field = useField(name, defaultValue ?? "");
  return (
    <fieldset className={className} {...groupOf(field.id, hint, field.errors)}>
      <legend className={hideLegend ? "sr-only" : "mb-1 font-medium"}>{legend}</legend>
      <FieldName name={name} label={legend} />
      {hint ? (
        <p id={`${field.id}-hint`} className="mb-2 text-sm text-ink-3">
          {hint}
        </p>
      ) : null}
      <div className={cx("flex gap-x-4 gap-y-1", inline ? "flex-wrap" : "flex-col")}>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-6 gap-2">
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === field.value}
              required={required}
              className="mt-0.5 size-4 shrink-0 accent-ink"
            />
            <span className="min-w-0">
              {option.hint ? <span className="font-medium">{option.label}</span> : option.label}
              {option.hint ? <span className="text-ink-3"> {option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors id={field.id} errors={field.errors} />
    </fieldset>
  );
}
