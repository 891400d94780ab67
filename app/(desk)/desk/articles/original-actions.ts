"use server";

import { places } from "@/components/layout/places";
import { carryQuery, readBeside } from "@/lib/articles/beside";
import { captureOriginal as runCaptureOriginal } from "@/lib/articles/commands/capture-original";
import { formAction } from "@/lib/core/form-action.server";
import { undoEntry } from "../offer-undo";
import { captureOriginalFormSchema, readCaptureOriginal } from "./read-capture-original";
import { refreshDesk } from "../refresh-desk";

/** Fields: articleId, claimId, in, beside, way (text, html, file, address, not-obtained) with its own, url and the metadata. */
export const captureOriginal = formAction({
  action: "article.write",
  schema: captureOriginalFormSchema,
  read: readCaptureOriginal,
  command: (viewer, { id, input, known }, now) => runCaptureOriginal(viewer, id, input, known, now),
  after: refreshDesk,
  goTo: ({ articleId }, { claimId, list, beside }) =>
    claimId
      ? places.articleBeside(claimId, articleId, carryQuery(list, readBeside(beside)))
      : places.article(articleId),
  undo: ({ entryId }) => undoEntry("Noted as not to be had.", entryId ?? null),
});
