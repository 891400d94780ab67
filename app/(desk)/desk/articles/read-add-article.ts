import { z } from "zod";
import { addArticleSchema } from "@/lib/articles/schema";
import { dateAsStored, filled, present } from "@/lib/core/form-fields";
import { refuse } from "@/lib/core/result";

const mostBytes = 10 * 1024 * 1024;

const uploaded = z.strictObject({ name: z.string(), type: z.string(), bytes: z.instanceof(Uint8Array) });
/** The claim that it is added for, the list that was opened from and what is open beside it, as its address says them. */
export const forClaim = {
  claimId: z.string().max(60).optional(),
  list: z.string().max(2_000).optional(),
  beside: z.string().max(600).optional(),
};
const metadataOnly = z.strictObject({ ...addArticleSchema.shape });

/** The add-an-article form: a file with what is known about it, or one of the API's ways in. */
export const addArticleFormSchema = z.union([
  z.strictObject({
    ...forClaim,
    describe: z.literal("on").optional(),
    article: metadataOnly,
    file: uploaded,
  }),
  z.strictObject({
    ...forClaim,
    describe: z.undefined().optional(),
    article: addArticleSchema,
    file: z.undefined().optional(),
  }),
]);

/** The fields of `forClaim`. */
export function readForClaim(form: FormData) {
  return { claimId: filled(form, "claimId"), list: filled(form, "in"), beside: filled(form, "beside") };
}

/**
 * The uploaded file; one that is too large has no bytes, so that the schema refuses it. Refuses an empty one; where none was
 * chosen, browsers send one without a name, and the framework's scripts one whose name reads "undefined".
 */
export async function readFile(form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File) || (file.size === 0 && /^(undefined)?$/.test(file.name))) return undefined;
  if (file.size === 0)
    refuseFile(
      "empty-file",
      `“${file.name}” is empty: there is nothing in it. Choose another file, or save it again where it is from.`,
    );
  if (file.size > mostBytes) return { name: file.name, type: "too-large", bytes: null };
  return { name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function refuseFile(code: string, message: string): never {
  refuse({ kind: "invalid", code, detail: message, issues: [{ code, field: "file", message }] });
}

/** Reads only the fields of the way that was chosen, so that a leftover in another one changes nothing. */
export async function readAddArticle(form: FormData) {
  const way = filled(form, "way") ?? "text";
  const url = filled(form, "url");
  const title = filled(form, "title");
  const outlet = filled(form, "outlet");
  const metadata = present({
    title,
    outlet,
    byline: filled(form, "byline"),
    publishedAt: dateAsStored(filled(form, "publishedAt")),
    language: filled(form, "language"),
    kind: filled(form, "kind"),
  });
  const ways: Record<string, Record<string, unknown>> = {
    text: present({ text: form.get("text") ?? "", url }),
    html: present({ html: form.get("html") ?? "", url }),
    address: { url: url ?? "" },
    mention: { mention: present({ outlet: outlet ?? "", title, url }) },
    file: present({ url }),
  };
  const target = readForClaim(form);
  const isMention = way === "mention";
  const article = { ...(isMention ? {} : metadata), ...(ways[way] ?? ways.text) };
  if (way !== "file") return present({ ...target, article });
  const describe = filled(form, "describe");
  const file = await readFile(form);
  if (describe && !file) refuseFile("no-file", "Choose the file: none came.");
  return present({ ...target, describe, article, file });
}
