import type { ReaderWords } from "./reader";

function known(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

/**
 * The name of a part that changed in the reader's language, "In short" or "Evidence 2: quote", from its `field` and
 * English `label` as `printedFields` gives them; the label where there is no word for it.
 */
export function changedPart(
  { field, label }: { field: string; label: string },
  { changes }: Pick<ReaderWords, "changes">,
): string {
  const number = /^Evidence (\d+): /.exec(label)?.[1];
  if (number === undefined) return known(changes.fields, field) ?? label;
  const part = known(changes.evidence, field.split(".").at(-1) ?? "");
  return part === undefined ? label : changes.ofEvidence(number, part);
}
