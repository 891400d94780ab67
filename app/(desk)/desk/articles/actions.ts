"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { places } from "@/components/layout/places";
import { carryQuery, readBeside } from "@/lib/articles/beside";
import { addArticle as runAddArticle, addDocument } from "@/lib/articles/commands/add-article";
import { captureAgain, fetchAgain, type DriftItem } from "@/lib/articles/commands/capture-article";
import { driftInWords } from "@/lib/articles/drift-words";
import { editArticle } from "@/lib/articles/commands/edit-article";
import { stopFetch as runStopFetch } from "@/lib/articles/commands/stop-fetch";
import { captureAgainSchema, editArticleSchema } from "@/lib/articles/schema";
import type { Result } from "@/lib/core/result";
import { formAction } from "@/lib/core/form-action.server";
import { dateAsStored, emptied, filled, present, wholeNumber } from "@/lib/core/form-fields";
import { about } from "@/lib/core/form-target";
import { undoEntry } from "../offer-undo";
import { addArticleFormSchema, readAddArticle } from "./read-add-article";
import { refreshDesk } from "../refresh-desk";

export const addArticle = formAction({
  action: "article.write",
  schema: addArticleFormSchema,
  read: readAddArticle,
  command: (viewer, { article, file }, now) =>
    file
      ? addDocument(
          viewer,
          {
            bytes: file.bytes,
            method: "uploaded",
            contentType: file.type,
            fileName: file.name,
            url: article.url ?? null,
          },
          article,
          now,
        )
      : runAddArticle(viewer, article, now),
  after: ({ articleId }, { claimId, list, beside, describe }) => {
    refreshDesk();
    if (claimId && describe) redirect(places.describeFile(claimId, articleId));
    redirect(
      claimId
        ? places.articleBeside(claimId, articleId, carryQuery(list, readBeside(beside)))
        : places.article(articleId),
    );
  },
});

export const editArticleFields = formAction({
  action: "article.write",
  schema: about(editArticleSchema),
  read: (form) => ({
    id: filled(form, "articleId"),
    input: present({
      title: emptied(form, "title"),
      outlet: emptied(form, "outlet"),
      byline: emptied(form, "byline"),
      publishedAt: dateAsStored(emptied(form, "publishedAt")),
      language: emptied(form, "language"),
      kind: filled(form, "kind"),
      url: emptied(form, "url"),
      interests: emptied(form, "interests"),
      interestsSource: emptied(form, "interestsSource"),
      primary: form.has("primary"),
      version: wholeNumber(form, "version"),
    }),
  }),
  command: (viewer, { id, input }, now) => editArticle(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Article changed.", entryId),
});

export const captureArticle = formAction({
  action: "article.write",
  schema: about(captureAgainSchema),
  read: (form) => ({
    id: filled(form, "articleId"),
    input: present({ text: filled(form, "text"), html: filled(form, "html") }),
  }),
  command: async (viewer, { id, input }, now): Promise<Result<{ articleId: string; drift?: DriftItem[] }>> =>
    (input.text ?? input.html) ? captureAgain(viewer, id, input, now) : fetchAgain(viewer, id, now),
  after: ({ drift }) => {
    refreshDesk();
    return drift && driftInWords(drift);
  },
});

export const stopFetch = formAction({
  action: "article.write",
  schema: z.strictObject({ id: z.string().min(1).max(60) }),
  read: (form) => ({ id: filled(form, "articleId") }),
  command: (viewer, { id }, now) => runStopFetch(viewer, id, now),
  after: refreshDesk,
});

export const markNotObtainable = formAction({
  action: "article.write",
  schema: about(editArticleSchema),
  read: (form) => ({ id: filled(form, "articleId"), input: { notObtainable: filled(form, "reason") ?? "" } }),
  fieldAt: (path) => path.replace(/^input\.notObtainable$/, "reason"),
  command: (viewer, { id, input }, now) => editArticle(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Marked as not to be had.", entryId),
});

export const setReliability = formAction({
  action: "article.reliability",
  schema: about(editArticleSchema),
  read: (form) => ({
    id: filled(form, "articleId"),
    input: present({
      reliability: filled(form, "reliability"),
      reason: filled(form, "reason"),
      version: wholeNumber(form, "version"),
    }),
  }),
  command: (viewer, { id, input }, now) => editArticle(viewer, id, input, now),
  after: refreshDesk,
  undo: ({ entryId }) => undoEntry("Reliability changed.", entryId),
});
