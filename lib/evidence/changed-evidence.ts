import { changedFields } from "../core/changed-fields";

type Columns = Readonly<Record<string, unknown>>;

/** Both versions of each column that was given and differs, as text; the form's fields are named like the columns. */
export function evidenceConflict(
  mine: Columns,
  theirs: Columns,
): { field: string; mine: string; theirs: string }[] {
  return Object.entries(changedFields(mine, theirs)).map(([column, value]) => ({
    field: column,
    mine: String(value ?? ""),
    theirs: String(theirs[column] ?? ""),
  }));
}
