import type { ComponentProps } from "react";
import { TextField } from "./field";

type Props = Omit<ComponentProps<typeof TextField>, "hint" | "defaultValue" | "type"> & {
  /** What is stored, as ISO 8601: a year, a month, a day, or a day and a time. */
  stored?: string | null | undefined;
};

/** A date that may be less than a day or more: typed in one way wherever it is asked for, read by `dateAsStored`. */
export function DateField({ stored, ...rest }: Props) {
  return (
    <TextField {...rest} hint="2024-06-28, or 2024-06-28 10:00" defaultValue={stored?.replace("T", " ")} />
  );
}
