import { z } from "zod";
import type { LogEntry } from "../log/entry";
import type { TipDto } from "../tips/dto";
import type { ExportRow } from "../publications/export-rows";
import { sitePageNames } from "../site-pages/pages";
import { tipStates } from "../tips/schema";
import { count, id, nullableText, nullableTime, person, role, sha256, text, time } from "./response-parts";

/** A publication as sign-off and retraction answer it. */
export const published = z.looseObject({
  publication: z.looseObject({ slug: text, version: count, url: z.url(), recordSha256: sha256 }),
});

/** How far withholding a version is. */
export const withholding = z.looseObject({
  slug: text,
  version: count,
  state: z.enum(["waiting", "withheld"]),
});

const logEntry = z.looseObject({
  seq: count,
  at: time,
  actorId: nullableText,
  actorRole: role.nullable(),
  event: text,
  subject: z.looseObject({ kind: text, id: text }),
  claimId: nullableText,
  from: nullableText,
  to: nullableText,
  commitment: nullableText,
}) satisfies z.ZodType<LogEntry>;
export const sealedEntry = logEntry.extend({ leafHash: sha256 });

/** Proof that the log only grew since an earlier head. */
export const consistency = z.looseObject({
  from: count,
  to: count,
  hashes: z.array(z.base64()),
  checkpoint: text,
});

const record = z.looseObject({
  type: z.literal("countersign-record"),
  schema: z.literal(1),
  kind: z.enum(["publication", "retraction"]),
  slug: text,
  version: count,
  publishedAt: time,
  publisher: z.looseObject({ name: text, url: text }),
  language: text,
  label: nullableText,
  claim: z.looseObject({ text }),
  signer: z.looseObject({ name: text }),
  previous: z.looseObject({ version: count, sha256 }).nullable(),
});

export const publication = z.looseObject({
  record,
  sha256,
  signature: z.string().regex(/^[\w-]+$/),
  keyId: text,
  log: z
    .looseObject({
      index: count,
      proof: z
        .looseObject({ entry: logEntry, size: count, hashes: z.array(z.base64()), checkpoint: text })
        .nullable(),
    })
    .nullable(),
});

/** A signed page about the newsroom: the same envelope around another record. */
export const sitePage = publication.extend({
  record: z.looseObject({
    type: z.literal("countersign-page"),
    schema: z.literal(1),
    page: z.enum(sitePageNames),
    version: count,
    publishedAt: time,
    publisher: z.looseObject({ name: text, url: text }),
    language: text,
    content: z.looseObject({ text }),
    signer: z.looseObject({ name: text }),
    previous: z.looseObject({ version: count, sha256 }).nullable(),
  }),
});

export const tip = z.looseObject({
  id,
  text,
  url: nullableText,
  contact: nullableText,
  state: z.enum(tipStates),
  reason: nullableText,
  note: nullableText,
  claimId: nullableText,
  createdAt: time,
  decidedAt: nullableTime,
  decidedBy: person.nullable(),
}) satisfies z.ZodType<TipDto>;

export const match = z.looseObject({
  claimId: id,
  slug: text.optional(),
  text,
  score: z.number(),
  reasons: z.array(text),
});

/** Google's shape: Fact Check Tools API, `claims:search`. */
export const foundClaims = z.looseObject({
  claims: z.array(
    z.looseObject({
      text,
      claimant: text.optional(),
      claimDate: text.optional(),
      claimReview: z.array(
        z.looseObject({
          publisher: z.looseObject({ name: text, site: text }),
          url: z.url(),
          title: text,
          reviewDate: time,
          textualRating: text,
          languageCode: text,
        }),
      ),
    }),
  ),
  nextPageToken: text,
});

const nullableNumber = z.number().nullable();

/** One version on one line. */
export const exportRow = z.looseObject({
  slug: text,
  version: count,
  status: z.enum(["current", "superseded", "retracted", "retraction"]),
  url: z.url(),
  versionUrl: z.url(),
  publishedAt: time,
  firstPublishedAt: time,
  language: text,
  label: nullableText,
  publisher: text,
  claim: text,
  claimant: nullableText,
  saidAt: nullableText,
  claimUrl: nullableText,
  rating: nullableText,
  ratingLabel: nullableText,
  ratingNumber: nullableNumber,
  ratingBest: nullableNumber,
  ratingWorst: nullableNumber,
  finding: nullableText,
  topics: z.array(text),
  evidenceCount: count,
  withheldCount: count,
  originCount: count.nullable(),
  correctionClass: nullableText,
  correctionReason: nullableText,
  sha256,
  signature: text,
  keyId: text,
  recordUrl: z.url(),
  bundleUrl: z.url(),
}) satisfies z.ZodType<ExportRow>;
