"use server";

import { revalidatePath } from "next/cache";
import { formAction } from "@/lib/core/form-action.server";
import { wholeNumber } from "@/lib/core/form-fields";
import { fail } from "@/lib/core/result";
import { saveShelfLife } from "@/lib/settings/commands";
import { datedWords } from "@/lib/shelf-life/dated";
import { readTopicLines } from "@/lib/shelf-life/periods";
import { saveShelfLifeSchema } from "@/lib/shelf-life/schema";
import { undoEntry } from "../../offer-undo";

/** Fields: days.said, days.so, days.forecast, days.image-or-video, topics (one "Topic: days" a line), version. */
export const save = formAction({
  action: "settings.write",
  schema: saveShelfLifeSchema.extend({
    strange: saveShelfLifeSchema.shape.byTopic.element.shape.topic.array(),
  }),
  read: (form) => {
    const days = (kind: string) => wholeNumber(form, `days.${kind}`) ?? null;
    return {
      byKind: {
        said: days("said"),
        so: days("so"),
        forecast: days("forecast"),
        "image-or-video": days("image-or-video"),
      },
      ...readTopicLines(String(form.get("topics") ?? "")),
      version: Number(form.get("version")),
    };
  },
  command: async (viewer, { strange, ...input }, now) => {
    if (strange.length === 0) return saveShelfLife(viewer, input, now);
    const message = `Write each topic with its days, such as “Prices: 30”. Not understood: ${strange.join("; ")}`;
    return fail({
      kind: "invalid",
      code: "topic-lines",
      detail: message,
      issues: [{ code: "topic-lines", field: "topics", message }],
    });
  },
  fieldAt: (path) => path.replace(/^byKind\./, "days.").replace(/^byTopic\./, "topics."),
  after: (given) => {
    revalidatePath("/desk/settings/shelf-life");
    return `Saved, and logged. Dates that are set already stay. ${datedWords(given)}`.trim();
  },
  undo: ({ entryId }) => undoEntry("Shelf life changed.", entryId),
});
