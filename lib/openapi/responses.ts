import { z } from "zod";
import * as articles from "./article-responses";
import * as claims from "./claim-responses";
import * as parts from "./response-parts";
import * as open from "./public-responses";
import * as selection from "./selection-responses";

const { id, text, listOf } = parts;

/** The shapes that answers are made of, by the name under which the OpenAPI document describes them. */
const components = {
  Figure: parts.figure,
  Search: parts.search,
  ReplyRequest: parts.reply,
  Article: articles.article,
  ArticleRow: articles.articleRow,
  Capture: articles.capture,
  Attribution: articles.attribution,
  Claim: claims.claim,
  ClaimRow: claims.claimRow,
  Evidence: claims.evidence,
  Review: claims.review,
  Verdict: claims.verdict,
  Independence: claims.independence,
  Comparison: claims.comparison,
  Gate: claims.gate,
  Publication: open.publication,
  LogEntry: open.sealedEntry,
  Tip: open.tip,
  Match: open.match,
} as const;

const named = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(components)) named.add(schema, { id: name });

const { claim, evidence } = claims;
const { article, attribution } = articles;

/** What each call answers when it works, by method and path. Text answers are named by their media type. */
export const responses: Record<string, z.ZodType | `${string}/${string}`> = {
  "get /articles": listOf(articles.articleRow),
  "post /articles": article,
  "post /recordings": article,
  "get /articles/{id}": article,
  "patch /articles/{id}": article,
  "post /articles/{id}/captures": articles.capturedAgain,
  "get /articles/{id}/dependants": articles.dependants,
  "get /articles/{id}/attributions": listOf(attribution),
  "post /articles/{id}/attributions": attribution,
  "patch /attributions/{id}": attribution,
  "put /origins/{id}/attestation": articles.origin,
  "put /origins/{id}/interests": articles.origin,
  "get /claims": listOf(claims.claimRow),
  "post /claims": claim,
  "get /claims/{id}": claim,
  "patch /claims/{id}": claim,
  /** With the log's entry of the step: what `takesBack` of the event that takes it back names. */
  "post /claims/{id}/events": claim.and(z.looseObject({ entryId: id })),
  "put /claims/{id}/watch": claim,
  "post /claims/{id}/evidence": evidence,
  "patch /evidence/{id}": evidence,
  "delete /evidence/{id}": z.looseObject({ id, claimId: id, removed: z.literal(true) }),
  "post /evidence/{id}/cut-tick": evidence,
  "post /evidence/{id}/region-confirmation": evidence,
  "get /claims/{id}/independence": claims.independence,
  "get /claims/{id}/figures": claims.figures,
  "patch /comparisons/{id}": claims.comparison,
  "post /claims/{id}/reviews": claims.review,
  "put /claims/{id}/verdict": claims.verdict,
  "get /claims/{id}/verdict/sentences": claims.draftCheck,
  "put /claims/{id}/verdict/sentences": claims.draftCheck,
  "post /claims/{id}/searches": parts.search,
  "patch /searches/{id}": parts.search,
  "delete /searches/{id}": z.looseObject({ id, claimId: id, withdrawn: z.literal(true) }),
  "post /claims/{id}/reply-requests": parts.reply,
  "patch /reply-requests/{id}": parts.reply,
  "delete /reply-requests/{id}": z.looseObject({ id, claimId: id, withdrawn: z.literal(true) }),
  "post /reply-requests/{id}/reminders": parts.reply,
  "post /claims/{id}/legal-reads": z.looseObject({
    id,
    claimId: id,
    kind: z.enum(["asked", "read"]),
    reader: z.string(),
    at: parts.time,
  }),
  "post /legal-reads/{id}/withdrawal": z.looseObject({ id, claimId: id, withdrawn: z.literal(true) }),
  "post /claims/{id}/comments": z.looseObject({
    id,
    claimId: id,
    told: z.array(z.string()),
    untold: z.array(z.string()),
    opened: z.array(z.string()),
    afterReview: z.array(z.string()),
    unclear: z.array(z.string()),
  }),
  "get /claims/{id}/gate": claims.gate,
  "post /claims/{id}/sign-off": z.union([
    open.published,
    z.looseObject({
      scheduled: z.looseObject({
        publishAt: z.iso.datetime(),
        revisionHash: z.string(),
        version: z.number(),
      }),
    }),
  ]),
  "delete /claims/{id}/sign-off": claim,
  "post /claims/{id}/sign-off/now": open.published,
  "post /claims/{id}/corrections": claim,
  "patch /claims/{id}/corrections": claim,
  "delete /claims/{id}/corrections": claim,
  "post /claims/{id}/notices": z.looseObject({ id, slug: text, kind: text, text }),
  "post /claims/{id}/retraction": open.published,
  "post /claims/{id}/withholding": open.withholding,
  "post /captures/{id}/expunge": articles.expunged,
  "get /captures/{id}/warc": "application/warc",
  "get /claims/{id}/bundles/{version}": "application/zip",
  "get /newsroom-figures/{table}": "text/csv",
  "post /tips": z.looseObject({ id }),
  "get /tips": listOf(open.tip),
  "get /selection-ledger": listOf(selection.row),
  "get /selection-ledger/figures": selection.figures,
  "get /selection-ledger/csv": "text/csv",
  "post /tips/{id}/decision": z.looseObject({
    tip: open.tip.nullable(),
    claimId: z.string().nullable(),
  }),
  "get /publications/{slug}": open.publication,
  "get /publications/{slug}/{version}": open.publication,
  "get /publications/{slug}/{version}/bundle.zip": "application/zip",
  "get /publications/{slug}/{version}/annotations.jsonld": "application/ld+json",
  "get /publications/{slug}/{version}/export.csv": "text/csv",
  "get /publications/{slug}/{version}/export.json": open.exportRow,
  "get /pages/{page}": open.sitePage,
  "get /pages/{page}/{version}": open.sitePage,
  "get /exports/publications.csv": "text/csv",
  "get /exports/publications.json": z.looseObject({
    items: z.array(open.exportRow),
    next: z.string().nullable(),
  }),
  "get /claims:search": open.foundClaims,
  "get /matches": z.array(open.match),
  "get /log/checkpoint": "text/plain",
  "get /log/dump": "application/x-ndjson",
  "get /log/consistency": open.consistency,
  "get /log": listOf(open.sealedEntry),
};

const target = { target: "draft-2020-12", io: "input", unrepresentable: "any" } as const;

/** The components as JSON Schema, which refer to one another by name. */
export function responseComponents(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(named, {
    ...target,
    uri: (name) => `#/components/schemas/${name}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _id, $schema: _schema, ...schema }]) => [name, schema]),
  );
}

/** The JSON Schema of one answer, referring to the components. */
function answerSchema(schema: z.ZodType): unknown {
  const name = named.get(schema)?.id;
  if (name) return { $ref: `#/components/schemas/${name}` };
  const inline = z.registry<{ id: string }>();
  for (const [component, known] of Object.entries(components)) inline.add(known, { id: component });
  inline.add(schema, { id: "Answer" });
  const { schemas } = z.toJSONSchema(inline, { ...target, uri: (id) => `#/components/schemas/${id}` });
  const { $id: _id, $schema: _schema, ...described } = schemas.Answer!;
  return described;
}

/** The content of a successful answer for the OpenAPI document; none for a call that has none described, which a test finds. */
export function responseContent(call: string): Record<string, unknown> {
  const schema = responses[call];
  if (!schema) return {};
  if (typeof schema === "string") return { [schema]: { schema: { type: "string" } } };
  return { "application/json": { schema: answerSchema(schema) } };
}
