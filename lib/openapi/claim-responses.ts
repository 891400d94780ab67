import { z } from "zod";
import type {
  ClaimDto,
  ClaimRowDto,
  ComparisonDto,
  EvidenceDto,
  GateDto,
  IndependenceDto,
  ReviewDto,
  VerdictDto,
} from "../claims/dto";
import { claimKinds, disclosures, externalEvents } from "../claims/vocabulary";
import {
  correctionClass,
  count,
  figure,
  hidden,
  id,
  issue,
  legalReads,
  mark,
  nullableText,
  nullableTime,
  person,
  reply,
  search,
  sha256,
  stance,
  state,
  text,
  time,
} from "./response-parts";

const words = z.looseObject({
  exact: text,
  prefix: text,
  suffix: text,
  start: count,
  end: count,
  sentence: text,
  captureId: id,
  captureSha256: sha256,
  page: count.nullable(),
});
const region = z.looseObject({
  region: text,
  description: text,
  words: nullableText,
  cell: z.looseObject({ table: text, row: text, column: text }).nullable(),
  confirmedBy: nullableText,
  confirmedById: id.nullable(),
  captureId: id.nullable(),
  isPicture: z.boolean(),
  contentType: nullableText,
});

export const evidence = z.looseObject({
  id,
  claimId: id,
  articleId: id,
  article: z.looseObject({
    outlet: nullableText,
    title: nullableText,
    url: nullableText,
    publishedAt: nullableText,
    language: nullableText,
    primary: z.boolean(),
    conversation: z.looseObject({ who: text, heldAt: text, how: text, notesBy: text }).nullable(),
  }),
  quote: z.union([words, region]),
  stance,
  shows: nullableText,
  disclosure: z.enum(disclosures),
  decisive: z.looseObject({ reason: text }).nullable(),
  translation: z.looseObject({ text, translator: nullableText }).nullable(),
  figures: z.array(figure),
  quoteId: id,
  cut: z.looseObject({ reason: text, tickedBy: nullableText }).nullable(),
  origin: z.looseObject({ known: z.boolean(), words: text }),
  drift: z
    .looseObject({
      outcome: text,
      checkedAt: time,
      method: z.enum(["fetched", "uploaded", "pasted"]),
      is: nullableText,
    })
    .nullable(),
  notReached: z.looseObject({ outcome: text, checkedAt: time }).nullable(),
  version: count,
  addedBy: person,
  addedAt: time,
}) satisfies z.ZodType<EvidenceDto>;

export const review = z.looseObject({
  id,
  reviewer: person,
  mark,
  rating: nullableText,
  rationale: text,
  evidenceIds: z.array(id),
  blind: z.boolean(),
  outdated: z.boolean(),
  givenAt: time,
}) satisfies z.ZodType<ReviewDto>;

const writtenVerdict = z.looseObject({
  version: count,
  rating: nullableText,
  finding: text,
  summary: z.array(text),
  writeUp: text,
  reconciliation: text,
  notEstablished: text,
  notInThisCheck: text,
  asOf: nullableText,
}) satisfies z.ZodType<VerdictDto>;

/** The draft, or only that there is one: it is hidden from whoever has not given a mark of their own yet. */
export const verdict = z.union([writtenVerdict, hidden.extend({ version: count })]);

const sentence = z.looseObject({
  field: text,
  index: count,
  point: count.nullable(),
  text,
  cover: z.looseObject({ kind: z.enum(["evidence", "background", "open"]) }),
  strange: z.array(text),
  numbersNotThere: z.array(text),
});
export const draftCheck = z.union([
  z.looseObject({
    counts: z.looseObject({ all: count, evidence: count, background: count, open: count, toJudge: count }),
    sentences: z.array(sentence),
  }),
  hidden,
]);

const publicationName = z.looseObject({ slug: text, version: count });
const summary = {
  id,
  text,
  state,
  topics: z.array(text),
  importance: count,
  deadlineAt: nullableTime,
  reach: count.nullable(),
  assignee: person.extend({ hasLeft: z.literal(true).optional() }).nullable(),
  version: count,
  reviewCount: count,
  createdAt: time,
  updatedAt: time,
};

/** How what is public of a claim stands. */
const publicState = z.looseObject({
  version: count,
  isRetracted: z.boolean(),
  correction: z.looseObject({ class: correctionClass, state, publishAt: nullableTime }).nullable(),
  notices: z.array(z.enum(["source-changed", "under-review", "outdated", "first-findings"])),
  isNoticePrepared: z.boolean(),
  isWithheld: z.boolean(),
  isWithholdingAsked: z.boolean(),
});

export const claimRow = z.looseObject({
  ...summary,
  evidenceCount: count,
  similar: z.looseObject({ id, text, state, publishAt: nullableTime }).nullable(),
  publication: publicationName.optional(),
  publishAt: nullableTime,
  isChanged: z.boolean(),
  watch: z.enum(["watching", "muted"]).nullable(),
  publicState: publicState.optional(),
}) satisfies z.ZodType<Omit<ClaimRowDto, "publication">>;

const comment = z.looseObject({
  id,
  author: person,
  text,
  at: time,
  mentions: z.array(person),
  resolved: z.looseObject({ at: time, by: text }).nullable(),
});

export const claim = z.looseObject({
  ...summary,
  verbatim: nullableText,
  kind: z.enum(claimKinds),
  claimant: nullableText,
  saidAt: nullableText,
  place: nullableText,
  why: nullableText,
  allowedEvents: z.array(z.enum(externalEvents)),
  language: text,
  from: z.looseObject({ articleId: id, exact: text, start: count, end: count, sentence: text }).nullable(),
  parts: z.array(
    z.looseObject({ id, text, central: z.boolean(), rating: nullableText, isPublished: z.boolean() }),
  ),
  figures: z.array(figure),
  evidence: z.array(evidence),
  reviews: z.union([z.array(review), hidden]),
  basisHash: sha256,
  verdict,
  comments: z.union([z.array(comment), hidden]),
  searches: z.array(search),
  replies: z.array(reply),
  legalReads: z.union([legalReads, hidden]),
  revision: z.looseObject({ number: count, hash: sha256 }),
  independence: z.looseObject({ count, articles: count, unknown: count }),
  correction: z.looseObject({ class: correctionClass, reason: text }).nullable(),
  provisional: z.boolean(),
  nextUpdateAt: nullableTime,
  publication: publicationName.optional(),
  scheduled: z.looseObject({ publishAt: time, signedAt: time, signedBy: person }).nullable(),
}) satisfies z.ZodType<Omit<ClaimDto, "publication">>;

export const independence = z.looseObject({
  side: z.enum(["supports", "disputes"]).nullable(),
  count,
  chains: z.array(z.array(text)),
  articles: count,
  origins: z.array(
    z.looseObject({ name: text, kind: text, primary: z.boolean(), naming: text, articleIds: z.array(id) }),
  ),
  unknown: z.array(id),
  edges: z.array(z.looseObject({ id, from: text, to: text, type: text, status: text })),
  words: text,
}) satisfies z.ZodType<IndependenceDto>;

export const comparison = z.looseObject({
  id,
  a: text,
  b: text,
  class: z.enum([
    "equal",
    "compatible",
    "rounding",
    "different-period",
    "different-scope",
    "different-measure",
    "contradiction",
  ]),
  explanation: text,
  sameReport: z.boolean(),
  status: z.enum(["suggested", "confirmed"]),
}) satisfies z.ZodType<ComparisonDto>;

export const figures = z.looseObject({ figures: z.array(figure), comparisons: z.array(comparison) });

export const gate = z.looseObject({
  revision: z.looseObject({ number: count, hash: sha256 }),
  issues: z.array(issue),
}) satisfies z.ZodType<Omit<GateDto, "issues">>;
