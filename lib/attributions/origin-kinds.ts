/** What somebody or something can be who knew it first. */
export const originKinds = [
  "person",
  "organisation",
  "record",
  "dataset",
  "document",
  "recording",
  "other",
] as const;
export type OriginKind = (typeof originKinds)[number];

/** Whether it shows or records the thing itself, as far as its kind tells; of a kind that is not known nothing is told. */
export function isPrimaryKind(kind: OriginKind, isNamed: boolean): boolean {
  return isNamed && kind !== "other";
}
