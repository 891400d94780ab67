import { z } from "zod";
import type { ArticleDto, ArticleRowDto, AttributionDto, CaptureDto } from "../articles/dto";
import { articleKinds } from "../articles/schema";
import { originKinds } from "../attributions/origin-kinds";
import { attributionTypes, namings } from "../attributions/schema";
import { count, figure, id, issue, nullableText, sha256, state, text, time } from "./response-parts";

const articleState = z.enum(["mentioned", "fetching", "captured", "failed"]);
const failure = z.looseObject({ code: text, message: text }).nullable();

const captureSummary = z.looseObject({
  id,
  sha256,
  method: z.enum(["fetched", "uploaded", "pasted"]),
  capturedAt: time,
  expunged: z.boolean(),
});

export const capture = captureSummary.extend({
  text,
  fullText: text,
  mainRanges: z.array(z.tuple([count, count])),
  pageCount: count,
}) satisfies z.ZodType<CaptureDto>;

const namedArticle = { articleId: id, outlet: nullableText, title: nullableText };
export const origin = z.looseObject({
  id,
  name: text,
  kind: z.enum(originKinds),
  primary: z.boolean(),
  naming: z.enum(namings),
  attested: z.looseObject({ reason: text }).nullable(),
  interests: z.looseObject({ words: text, source: text }).nullable(),
});

export const attribution = z.looseObject({
  id,
  type: z.enum(attributionTypes),
  from: z.looseObject(namedArticle),
  to: z.union([
    z.looseObject({ ...namedArticle, state: articleState, notObtainable: nullableText }),
    z.looseObject({ origin }),
  ]),
  status: z.enum(["suggested", "confirmed", "rejected"]),
  reason: z.looseObject({ rule: text, quote: nullableText }).nullable(),
  onClaims: z.array(z.looseObject({ claimId: id, status: z.enum(["confirmed", "rejected"]), text })),
}) satisfies z.ZodType<AttributionDto>;

const suggestedClaim = z.looseObject({
  quote: z.looseObject({ exact: text, prefix: text, suffix: text, start: count, end: count }),
  score: z.number(),
  reasons: z.array(text),
});

export const article = z.looseObject({
  id,
  state: articleState,
  failure,
  url: nullableText,
  canonicalUrl: nullableText,
  title: nullableText,
  outlet: nullableText,
  byline: nullableText,
  publishedAt: nullableText,
  language: nullableText,
  kind: z.enum(articleKinds),
  primary: z.boolean(),
  interests: nullableText,
  interestsSource: nullableText,
  notObtainable: nullableText,
  reliability: z.enum(["ok", "corrected", "retracted", "compromised"]),
  reliabilityReason: nullableText,
  version: count,
  createdAt: time,
  capture: capture.nullable(),
  captures: z.array(captureSummary),
  attributions: z.array(attribution),
  figures: z.array(figure),
  suggestedClaims: z.array(suggestedClaim),
  nearDuplicates: z.array(
    z.looseObject({
      articleId: id,
      similarity: z.number(),
      containment: z.number(),
      title: nullableText,
      outlet: nullableText,
    }),
  ),
}) satisfies z.ZodType<ArticleDto>;

export const articleRow = z.looseObject({
  id,
  state: articleState,
  title: nullableText,
  outlet: nullableText,
  url: nullableText,
  publishedAt: nullableText,
  kind: z.enum(articleKinds),
  createdAt: time,
  failure,
  evidenceCount: count,
  leaningCount: count,
}) satisfies z.ZodType<ArticleRowDto>;

const driftItem = z.looseObject({
  quoteId: id,
  outcome: z.enum(["unchanged", "moved", "altered", "gone", "unreachable", "blocked"]),
  was: text,
  is: text.optional(),
});
export const capturedAgain = z.looseObject({ capture: capture.nullable(), drift: z.array(driftItem) });

const gateWithout = z.looseObject({
  passes: z.boolean().nullable(),
  issues: z.array(issue),
  newIssues: z.array(issue),
});
export const dependants = z.looseObject({
  claims: z.array(
    z.looseObject({ id, text, state, publishAt: time.nullable(), evidenceIds: z.array(id), gateWithout }),
  ),
  publications: z.array(z.looseObject({ slug: text, version: count, kind: text, publishedAt: time })),
  tasks: z.array(
    z.looseObject({
      id,
      kind: text,
      text,
      claimId: nullableText,
      claimText: nullableText,
      done: z.boolean(),
    }),
  ),
  counts: z.looseObject({ current: count, over: count }),
  nextCursor: nullableText,
});

export const expunged = z.looseObject({ captureId: id, state: z.enum(["waiting", "expunged"]) });
