import { z } from "zod";
import { cursorOf } from "../core/cursor";

/** Parameters of Google's Fact Check Tools API, `claims:search`. Unknown ones (key, alt, fields) are ignored, as theirs does. */
export const searchClaimsSchema = z.object({
  query: z.string().max(300).optional(),
  languageCode: z.string().max(20).optional(),
  reviewPublisherSiteFilter: z.string().max(200).optional(),
  maxAgeDays: z.coerce.number().int().min(0).max(36_500).optional(),
  pageSize: z.coerce.number().int().min(1).max(100).default(10),
  pageToken: z.union([z.literal(""), cursorOf("time", "text")]).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
