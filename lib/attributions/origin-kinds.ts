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
