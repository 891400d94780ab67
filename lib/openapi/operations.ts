import { z } from "zod";
import {
  addArticleSchema,
  addRecordingSchema,
  captureAgainSchema,
  editArticleSchema,
  dependantsSchema,
  listArticlesSchema,
  recordingQuerySchema,
} from "../articles/schema";
import {
  addAttributionSchema,
  attestOriginSchema,
  noteInterestsSchema,
  decideAttributionSchema,
  decideComparisonSchema,
} from "../attributions/schema";
import { acceptedFiles, kindsInWords } from "../captures/accepted-files";
import { expungeSchema } from "../captures/schema";
import { claimEventSchema, createClaimSchema, editClaimSchema, listClaimsSchema } from "../claims/schema";
import { addCommentSchema, addSearchSchema, editSearchSchema, watchClaimSchema } from "../claims/work-schema";
import { askReplySchema, editReplySchema, remindReplySchema } from "../replies/schema";
import { addEvidenceSchema, editEvidenceSchema } from "../evidence/schema";
import { figuresQuerySchema } from "../newsroom-figures/schema";
import { tableNames } from "../newsroom-figures/tables";
import {
  changeCorrectionSchema,
  noticeSchema,
  openCorrectionSchema,
  retractSchema,
  signOffSchema,
} from "../publications/schema";
import { giveReviewSchema } from "../reviews/schema";
import { coverSentenceSchema, writeVerdictSchema } from "../verdicts/schema";
import { empty } from "../core/api-shapes";
import { intakeOperations } from "./intake-operations";
import { legalReadOperations } from "./legal-read-operations";
import { recordOperations } from "./record-operations";

/** One call of the API: what it takes; `responses.ts` says what it answers. */
export type Operation = {
  method: "get" | "post" | "patch" | "put" | "delete";
  path: string;
  summary: string;
  body?: z.ZodType;
  /** The body is a multipart form: these fields, and in the field `file` what is described so. */
  file?: string;
  query?: z.ZodType;
  status?: number;
  /** The other status of a call that worked: it was taken in, and something is still to come. */
  statusWhileWaiting?: number;
  isPublic?: boolean;
};

/** Every call, in the order of the document. */
export const operations: Operation[] = [
  { method: "get", path: "/articles", summary: "Articles, newest first", query: listArticlesSchema },
  {
    method: "post",
    path: "/articles",
    summary: "Add an article: paste, address, or mention",
    body: addArticleSchema,
    status: 201,
    statusWhileWaiting: 202,
  },
  {
    method: "post",
    path: "/recordings",
    summary:
      "Add a sound or video file as an article; it is taken in as it comes, up to the size that the desk sets",
    body: addRecordingSchema,
    query: recordingQuerySchema,
    file: kindsInWords(acceptedFiles.recordings),
    status: 201,
  },
  { method: "get", path: "/articles/{id}", summary: "One article" },
  {
    method: "patch",
    path: "/articles/{id}",
    summary: "Change its metadata or reliability",
    body: editArticleSchema,
  },
  {
    method: "post",
    path: "/articles/{id}/captures",
    summary: "Capture again and look for its quotes",
    body: captureAgainSchema,
    status: 201,
  },
  {
    method: "get",
    path: "/articles/{id}/dependants",
    summary: "What leans on the article, some claims at a time, oldest first",
    query: dependantsSchema,
  },
  { method: "get", path: "/articles/{id}/attributions", summary: "Where it has it from" },
  {
    method: "post",
    path: "/articles/{id}/attributions",
    summary: "Add an attribution",
    body: addAttributionSchema,
    status: 201,
  },
  {
    method: "patch",
    path: "/attributions/{id}",
    summary: "Confirm or reject an attribution",
    body: decideAttributionSchema,
  },
  {
    method: "put",
    path: "/origins/{id}/interests",
    summary: "Note what whoever knew it first gains or loses by it, with where that is known from",
    body: noteInterestsSchema,
  },
  {
    method: "put",
    path: "/origins/{id}/attestation",
    summary: "An editor's word that an unnamed source is a separate one; null takes it back",
    body: attestOriginSchema,
  },
  { method: "get", path: "/claims", summary: "Claims by filter", query: listClaimsSchema },
  { method: "post", path: "/claims", summary: "Add a claim", body: createClaimSchema, status: 201 },
  { method: "get", path: "/claims/{id}", summary: "One claim" },
  { method: "patch", path: "/claims/{id}", summary: "Change a claim", body: editClaimSchema },
  {
    method: "post",
    path: "/claims/{id}/events",
    summary: "Move a claim along its workflow",
    body: claimEventSchema,
  },
  {
    method: "post",
    path: "/claims/{id}/evidence",
    summary: "Log evidence",
    body: addEvidenceSchema,
    status: 201,
  },
  {
    method: "patch",
    path: "/evidence/{id}",
    summary: "Change what is said about evidence",
    body: editEvidenceSchema,
  },
  { method: "delete", path: "/evidence/{id}", summary: "Take evidence off a claim" },
  {
    method: "post",
    path: "/evidence/{id}/cut-tick",
    summary: "A second person: the cut is fair",
    body: empty,
  },
  {
    method: "post",
    path: "/evidence/{id}/region-confirmation",
    summary: "A second person: the region shows what its description says",
    body: empty,
  },
  { method: "get", path: "/claims/{id}/independence", summary: "Independent origins" },
  { method: "get", path: "/claims/{id}/figures", summary: "Figures and how they compare" },
  {
    method: "patch",
    path: "/comparisons/{id}",
    summary: "Confirm or change a comparison",
    body: decideComparisonSchema,
  },
  {
    method: "post",
    path: "/claims/{id}/reviews",
    summary: "Give a review",
    body: giveReviewSchema,
    status: 201,
  },
  {
    method: "put",
    path: "/claims/{id}/verdict",
    summary: "Write the draft verdict",
    body: writeVerdictSchema,
  },
  {
    method: "get",
    path: "/claims/{id}/verdict/sentences",
    summary: "Each sentence of the draft, and what it stands on",
  },
  {
    method: "put",
    path: "/claims/{id}/verdict/sentences",
    summary: "Say what a sentence of the draft stands on",
    body: coverSentenceSchema,
  },
  {
    method: "post",
    path: "/claims/{id}/searches",
    summary: "Log a search",
    body: addSearchSchema,
    status: 201,
  },
  {
    method: "patch",
    path: "/searches/{id}",
    summary: "Put a logged search right, or choose whether readers see it",
    body: editSearchSchema,
  },
  { method: "delete", path: "/searches/{id}", summary: "Take back a search that was logged by mistake" },
  {
    method: "post",
    path: "/claims/{id}/reply-requests",
    summary: "Note that someone was asked to reply",
    body: askReplySchema,
    status: 201,
  },
  { method: "patch", path: "/reply-requests/{id}", summary: "Note what came of it", body: editReplySchema },
  {
    method: "delete",
    path: "/reply-requests/{id}",
    summary: "Take back a request that was logged by mistake",
  },
  {
    method: "post",
    path: "/reply-requests/{id}/reminders",
    summary: "Note that they were asked again",
    body: remindReplySchema,
    status: 201,
  },
  ...legalReadOperations,
  { method: "post", path: "/claims/{id}/comments", summary: "Comment", body: addCommentSchema, status: 201 },
  {
    method: "put",
    path: "/claims/{id}/watch",
    summary: "Say whether you want to hear of it",
    body: watchClaimSchema,
  },
  { method: "get", path: "/claims/{id}/gate", summary: "What is missing before an editor can sign" },
  {
    method: "post",
    path: "/claims/{id}/sign-off",
    summary: "Sign exactly this revision and publish it, now or at `publishAt`",
    body: signOffSchema,
  },
  { method: "delete", path: "/claims/{id}/sign-off", summary: "Cancel what is signed for a later time" },
  {
    method: "post",
    path: "/claims/{id}/sign-off/now",
    summary: "Publish at once what you signed for a later time",
    body: empty,
  },
  {
    method: "post",
    path: "/claims/{id}/corrections",
    summary: "Open a correction",
    body: openCorrectionSchema,
    status: 201,
  },
  {
    method: "patch",
    path: "/claims/{id}/corrections",
    summary: "Change the class or the reason of the open correction",
    body: changeCorrectionSchema,
  },
  { method: "delete", path: "/claims/{id}/corrections", summary: "Take the open correction back" },
  {
    method: "post",
    path: "/claims/{id}/notices",
    summary: "Sign a public notice",
    body: noticeSchema,
    status: 201,
  },
  {
    method: "post",
    path: "/claims/{id}/retraction",
    summary: "Retract the published version",
    body: retractSchema,
  },
  {
    method: "post",
    path: "/captures/{id}/expunge",
    summary: "Expunge a capture: an admin asks, an editor confirms",
    body: expungeSchema,
    statusWhileWaiting: 202,
  },
  {
    method: "get",
    path: "/captures/{id}/warc",
    summary: "The capture as a WARC 1.1 file; 410 once expunged",
  },
  {
    method: "get",
    path: "/claims/{id}/bundles/{version}",
    summary: "The evidence bundle of a published version with its captures as WARC; each is logged",
  },
  {
    method: "get",
    path: "/newsroom-figures/{table}",
    summary: `One table of the newsroom's figures for whole months: ${tableNames.map((name) => `${name}.csv`).join(", ")}`,
    query: figuresQuerySchema,
  },
  ...intakeOperations,
  ...recordOperations,
];
