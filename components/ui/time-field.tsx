"use client";

import type { ReactNode } from "react";
import { clockIn, readingsOf } from "@/lib/core/zoned-time";
import { RadioField } from "./choice";
import { describedBy, FieldShell } from "./field";
import { useField } from "./form";
import { useNewsroomZone } from "./newsroom-zone";

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** What is stored, as ISO 8601 with its zone. */
  stored?: string | null;
  className?: string;
};

/**
 * A day and a time on the newsroom's clocks, with their zone named beside the field. The zone goes along, so that what was
 * shown is what is meant; and so does what was stored, which a time that nobody touched stays to the second. A time that the
 * clocks show twice is refused with both to choose from.
 */
export function TimeField({ name, label, hint, optional, stored, className }: Props) {
  const zone = useNewsroomZone();
  const field = useField(name, stored ? clockIn(zone, new Date(stored)) : "");
  const readings = field.failed ? readingsOf(zone, field.value) : [];
  return (
    <FieldShell
      {...{ name, hint, className }}
      optional={optional ?? false}
      label={`${label}, ${zone}`}
      called={label}
      id={field.id}
      errors={field.errors}
    >
      <input type="hidden" name={`${name}.zone`} value={zone} />
      {stored ? <input type="hidden" name={`${name}.was`} value={stored} /> : null}
      <input
        id={field.id}
        name={name}
        type="datetime-local"
        defaultValue={field.value}
        className="control"
        {...describedBy(field.id, hint, field.errors)}
      />
      {readings.length > 0 ? (
        <RadioField
          name={`${name}.which`}
          legend={`Which ${field.value.slice(11, 16)}?`}
          options={readings.map(({ at, words }) => ({ value: at, label: words }))}
          className="mt-2"
        />
      ) : null}
    </FieldShell>
  );
}
