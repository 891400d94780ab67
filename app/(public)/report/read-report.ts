import { z } from "zod";
import type { ReportField } from "@/components/reader/report-error-page";
import { parseInput } from "@/lib/core/parse-input";
import { fail, ok, type Failure, type Result } from "@/lib/core/result";
import { text } from "@/lib/core/text-input";
import type { ReaderWords } from "@/lib/words/reader";
import { submitTipSchema, type SubmitTipInput } from "@/lib/tips/schema";

const maxBodyBytes = 64 * 1024;

/** What a reader typed into the form, as it came. */
export type TypedReport = { slug: string; what: string; source: string; contact: string; website: string };

const tooLarge: Failure = {
  kind: "too_large",
  code: "too-large",
  detail: "That is too long. Shorten it and send it again.",
};

/** Characters each field may hold; less than a tip may hold, so that the address and the source fit beside it. */
const longest: Record<ReportField, number> = { what: 4_000, source: 500, contact: 300 };

const reportSchema = z.object({
  what: text({ max: longest.what }),
  source: text({ max: longest.source, min: 0 }),
  contact: text({ max: longest.contact, min: 0 }),
});

/** Reads a posted form of at most 64 KB; a field that is missing is empty, of a repeated one the first counts. */
export async function readForm(request: Request): Promise<Result<TypedReport>> {
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
  const field = (name: keyof TypedReport) => (form.get(name) ?? "").replaceAll("\r\n", "\n");
  return ok({
    slug: field("slug").trim(),
    what: field("what"),
    source: field("source").trim(),
    contact: field("contact").trim(),
    website: field("website"),
  });
}

/** The report as a tip for the desk; `address` is the verdict's, or null when it is about none. */
export function tipOf(typed: TypedReport, address: string | null): Result<SubmitTipInput> {
  const input = parseInput(reportSchema, typed);
  if (!input.ok) return input;
  const { what, source, contact } = input.value;
  const parts = [
    address === null ? "A reader reports an error:" : `A reader reports an error in ${address}`,
    what.trim(),
    ...(source === "" ? [] : [`Where to see it: ${source}`]),
  ];
  return parseInput(submitTipSchema, {
    text: parts.join("\n\n"),
    url: address,
    contact: contact === "" ? null : contact,
  });
}

const formFields: Record<string, ReportField> = {
  what: "what",
  text: "what",
  source: "source",
  url: "source",
  contact: "contact",
};

type Problem = { field: ReportField | null; message: string };
type Words = ReaderWords["report"]["problems"];

/** What is wrong with one field, in the reader's language: the desk's own words for it are English. */
function fieldProblem(field: ReportField | null, typed: TypedReport | null, said: Words): Problem {
  const value = field === null ? "" : (typed?.[field] ?? "");
  if (field === null) return { field, message: said.other };
  if (value.trim() === "") return { field, message: said.empty };
  const written = [...value].length;
  return { field, message: written > longest[field] ? said.tooLong(longest[field], written) : said.other };
}

function generalProblem(failure: Failure, said: Words): string {
  if (failure.code === "internal") return said.internal(failure.detail);
  if (failure.code === "cross-site") return said.crossSite;
  if (failure.kind === "too_large") return said.tooLarge;
  if (failure.kind === "unsupported_media") return said.formOnly;
  return failure.kind === "rate_limited" ? said.tooMany : said.other;
}

/** A refusal as problems beside the fields, in the reader's language; what concerns no field stands above the form. */
export function problemsOf(failure: Failure, typed: TypedReport | null, words: ReaderWords): Problem[] {
  const said = words.report.problems;
  const issues = failure.issues ?? [];
  if (issues.length === 0) return [{ field: null, message: generalProblem(failure, said) }];
  return issues.map(({ field }) => fieldProblem(formFields[field] ?? null, typed, said));
}
