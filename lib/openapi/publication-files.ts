import { z } from "zod";

const open = { method: "get", isPublic: true } as const;
const version = "/publications/{slug}/{version}";
const part = z.object({ before: z.string().optional() });

/** What else is public of one version, and of all that stands, as operations of the OpenAPI document. */
export const publicationFiles = [
  { ...open, path: `${version}/bundle.zip`, summary: "Its evidence bundle, to verify offline" },
  { ...open, path: `${version}/annotations.jsonld`, summary: "Its quotes as W3C Web Annotations" },
  { ...open, path: `${version}/export.csv`, summary: "The version as one line of CSV" },
  { ...open, path: `${version}/export.json`, summary: "The same as JSON" },
  {
    ...open,
    path: "/exports/publications.csv",
    summary: "All that stands as CSV, in parts that link the next",
    query: part,
  },
  { ...open, path: "/exports/publications.json", summary: "The same as JSON", query: part },
];
