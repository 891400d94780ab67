import { z } from "zod";
import { articleMetadataSchema, captureOriginalSchema } from "@/lib/articles/schema";
import { dateAsStored, filled, present } from "@/lib/core/form-fields";
import { forClaim, readFile, readForClaim } from "./read-add-article";

const uploaded = z.strictObject({ name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) });

/** The form of an original: a file, one of the ways in, or why it could not be had; with what is known about it. */
export const captureOriginalFormSchema = z.strictObject({
  id: z.string().min(1).max(60),
  ...forClaim,
  known: articleMetadataSchema,
  input: z.union(
    [captureOriginalSchema, z.strictObject({ file: uploaded, url: z.string().max(2048).optional() })],
    {
      error: "Paste the original, give its address or a file, or say why it could not be obtained.",
    },
  ),
});

/** Reads only the fields of the way that was chosen. */
export async function readCaptureOriginal(form: FormData) {
  const way = filled(form, "way") ?? "text";
  const url = filled(form, "url");
  const ways: Record<string, () => Promise<unknown> | unknown> = {
    text: () => present({ text: form.get("text") ?? "", url }),
    html: () => present({ html: form.get("html") ?? "", url }),
    address: () => ({ url: url ?? "" }),
    file: async () => present({ file: await readFile(form), url }),
    "not-obtained": () => ({ notObtained: String(form.get("reason") ?? "") }),
  };
  return present({
    id: filled(form, "articleId"),
    ...readForClaim(form),
    known: present({
      title: filled(form, "title"),
      outlet: filled(form, "outlet"),
      byline: filled(form, "byline"),
      publishedAt: dateAsStored(filled(form, "publishedAt")),
      language: filled(form, "language"),
      kind: filled(form, "kind"),
    }),
    input: await (ways[way] ?? ways.text!)(),
  });
}
