import type { ComponentProps } from "react";
import { TextField } from "./field";

type Props = Omit<ComponentProps<typeof TextField>, "hint" | "defaultValue" | "type"> & {
  /** What is stored, as ISO 8601: a year, a month, a day, or a day and a time. */
  stored?: string | null | undefined;
  /** A year or a month alone is taken too: what is known of when something was said is often no more. */
  isPartial?: boolean;
};

const inFull = "2024-06-28, or 2024-06-28 10:00";

/** A date that may be less than a day or more: typed in one way wherever it is asked for, read by `dateAsStored`. */
export function DateField({ stored, isPartial = false, ...rest }: Props) {
  return (
    <TextField
      {...rest}
      hint={isPartial ? `As much as is known, a year or a month too: 2024, 2024-06, ${inFull}` : inFull}
      defaultValue={stored?.replace("T", " ")}
    />
  );
}
