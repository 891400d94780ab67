"use client";

import { useState, type ReactNode, type TextareaHTMLAttributes } from "react";
import { cx } from "./cx";
import { describedBy, FieldShell } from "./field";
import { useField } from "./form";
import { pasteClean } from "./paste-clean";

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name" | "defaultValue" | "value" | "id"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
  optional?: boolean;
  defaultValue?: string | null;
  /** For words that are quoted or will be read. */
  serif?: boolean;
  /** Counts characters up to this length, which is advice and not a limit. */
  countTo?: number;
  /** Counts characters up to this length, past which it is refused. */
  limit?: number;
  /** Takes cells of a spreadsheet as they are, with tabs between them. */
  pastesCells?: boolean;
  /** Takes whole pages. Browsers stand still for minutes when they are to find the direction of megabytes. */
  takesPages?: boolean;
};

/** Text that grows with what is written. */
export function TextAreaField({
  name,
  label,
  hint,
  hideLabel,
  optional,
  defaultValue,
  serif,
  countTo,
  limit,
  pastesCells,
  takesPages,
  className,
  ...rest
}: Props) {
  const field = useField(name, defaultValue ?? "");
  const [length, setLength] = useState<number | null>(null);
  const shown = length ?? Array.from(field.value).length;
  const most = limit ?? countTo;
  return (
    <FieldShell
      {...{ name, label, hint, hideLabel, optional, className }}
      id={field.id}
      errors={field.errors}
    >
      <textarea
        rows={3}
        {...rest}
        id={field.id}
        name={name}
        dir={takesPages || pastesCells ? undefined : "auto"}
        defaultValue={field.value}
        onPaste={pastesCells ? undefined : (event) => pasteClean(event, "text")}
        className={cx("control", heightClass(rest.rows), serif && "font-serif text-md")}
        onInput={most ? (event) => setLength(Array.from(event.currentTarget.value).length) : undefined}
        {...describedBy(field.id, hint, field.errors)}
      />
      {most ? (
        <p className={cx("mt-1 text-right text-xs", shown > most ? "text-warn" : "text-ink-3")}>
          {shown} of {most} characters
          {shown > most ? (limit ? ": too long" : ": readers may see it cut") : ""}
        </p>
      ) : null}
    </FieldShell>
  );
}

/** A field that sizes itself to its content ignores `rows`, so the height to begin with is a class. */
function heightClass(rows = 3): string {
  if (rows <= 1) return "min-h-9";
  if (rows === 2) return "min-h-14";
  return rows >= 6 ? "min-h-48" : "";
}
