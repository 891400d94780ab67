import { env } from "@/lib/core/env.server";
import { originFacts, sameOrigin } from "@/lib/core/origin-check";
import { fail, ok, type Failure, type Result } from "@/lib/core/result";
import { personName, trapName, type FieldProblem } from "@/components/reader/form-fields";
import type { ReaderWords } from "@/lib/words/reader";

/** Whatever the fields of a form hold as a browser lets them be filled fits in, in every script. */
const maxBodyBytes = 256 * 1024;

const tooLarge: Failure = {
  kind: "too_large",
  code: "too-large",
  detail: "That is too long. Shorten it and send it again.",
};

/** A reader's form came from another page than ours. */
export const crossSite: Failure = {
  kind: "forbidden",
  code: "cross-site",
  detail: "This form was sent from another site.",
};

/** A field that people do not see was filled in, and nobody has said that they wrote the rest. */
export const trapped: Failure = {
  kind: "invalid",
  code: "trap",
  detail: "A field that people do not see was filled in.",
};

/** How a form was filled. `isTrapped`: as by a machine; `isAsked`: by somebody who was asked and says that they wrote it. */
export type Filled = { isTrapped: boolean; isAsked: boolean };

/** Reads how a form was filled; machines also fill `website`, which no form of ours has, as they know it from others. */
export function howFilled(field: (name: string) => string): Filled {
  const isAsked = field(personName) !== "";
  return { isAsked, isTrapped: !isAsked && (field(trapName) !== "" || field("website") !== "") };
}

/**
 * Reads a reader's posted form of at most 256 KB and answers the value of a field: empty when it is missing, the first
 * when it is repeated, with plain line ends.
 */
export async function readPostedForm(request: Request): Promise<Result<(name: string) => string>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") {
    return fail({ kind: "unsupported_media", code: "form-only", detail: "Send the form as a browser does." });
  }
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) return fail(tooLarge);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBodyBytes) {
      await reader?.cancel();
      return fail(tooLarge);
    }
    chunks.push(part.value);
  }
  const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
  return ok((name) => (form.get(name) ?? "").replaceAll("\r\n", "\n"));
}

/** Whether a form was sent from a page of this site. */
export function comesFromHere(request: Request): boolean {
  const { method, headers } = request;
  return sameOrigin(originFacts(method, (name) => headers.get(name), env().publicUrl));
}

type Words = ReaderWords["report"]["problems"];

/** A readers' form: the characters that each field may hold, and the field that each name in a refusal is about. */
export type FormShape<F extends string> = {
  longest: Record<F, number>;
  fields: Readonly<Record<string, F>>;
};

/** What was typed, by field. */
type Typed<F extends string> = Partial<Record<F, string>>;

/** What is wrong with one field, in the reader's language: the desk's own words for it are English. */
function fieldProblem<F extends string>(
  field: F | null,
  typed: Typed<F>,
  longest: FormShape<F>["longest"],
  said: Words,
): FieldProblem<F> {
  if (field === null) return { field, message: said.other };
  const value: string = typed[field] ?? "";
  if (value.trim() === "") return { field, message: said.empty };
  const written = [...value].length;
  const most = longest[field];
  return { field, message: written > most ? said.tooLong(most, written) : said.other };
}

function generalProblem(failure: Failure, said: Words): string {
  const reference = failure.extra?.reference;
  if (typeof reference === "string") return said.internal(reference);
  if (failure.code === "cross-site") return said.crossSite;
  if (failure.code === "trap") return said.trapped;
  if (failure.kind === "too_large") return said.tooLarge;
  if (failure.kind === "unsupported_media") return said.formOnly;
  return failure.kind === "rate_limited" ? said.tooMany : said.other;
}

/** A refusal as problems beside the fields, in the reader's language; what concerns no field stands above the form. */
export function problemsOf<F extends string>(
  failure: Failure,
  typed: Typed<F> | null,
  { longest, fields }: FormShape<F>,
  words: ReaderWords,
): FieldProblem<F>[] {
  const said = words.report.problems;
  const issues = failure.issues ?? [];
  if (issues.length === 0) return [{ field: null, message: generalProblem(failure, said) }];
  return issues.map(({ field }) => fieldProblem(fields[field] ?? null, typed ?? {}, longest, said));
}
