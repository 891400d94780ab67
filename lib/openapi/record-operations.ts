import { matchesSchema } from "../claims/schema";
import { checkpointSchema, consistencySchema, listLogSchema } from "../log/schema";
import { withholdSchema } from "../publications/schema";
import { searchClaimsSchema } from "../publications/search-schema";
import { publicationFiles } from "./publication-files";

const get = { method: "get" } as const;
const open = { ...get, isPublic: true } as const;

/** What is published, what says the same, and the log, as operations of the OpenAPI document. */
export const recordOperations = [
  {
    ...open,
    path: "/publications/{slug}",
    summary: "The current version, or its retraction; 451 while withheld",
  },
  { ...open, path: "/publications/{slug}/{version}", summary: "One version; 451 while withheld" },
  ...publicationFiles,
  {
    method: "post",
    path: "/claims/{id}/withholding",
    summary: "Withhold a version's text: of an editor and an admin one asks, the other confirms",
    body: withholdSchema,
    statusWhileWaiting: 202,
  } as const,
  { ...open, path: "/pages/{page}", summary: "The newest signed version of a page about the newsroom" },
  { ...open, path: "/pages/{page}/{version}", summary: "One version of it" },
  {
    ...open,
    path: "/claims:search",
    summary: "Publications in the shape of Google's Fact Check Tools API",
    query: searchClaimsSchema,
  },
  { ...get, path: "/matches", summary: "Earlier checks and claims that say the same", query: matchesSchema },
  {
    ...open,
    path: "/log/checkpoint",
    summary: "The signed head of the log, or the one that was signed at a size",
    query: checkpointSchema,
  },
  {
    ...open,
    path: "/log/consistency",
    summary: "Proof that an earlier head is a beginning of the newest",
    query: consistencySchema,
  },
  { ...get, path: "/log", summary: "Log entries", query: listLogSchema },
  { ...get, path: "/log/dump", summary: "All that the log is verified against, as lines of JSON" },
];
