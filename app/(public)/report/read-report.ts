import { z } from "zod";
import type { ReportField } from "@/components/reader/report-error-page";
import { parseInput } from "@/lib/core/parse-input";
import { ok, type Result } from "@/lib/core/result";
import { text } from "@/lib/core/text-input";
import { readAskedRecord } from "@/lib/publications/asked-record";
import { submitTipSchema, type SubmitTipInput } from "@/lib/tips/schema";
import { howFilled, readPostedForm, type Filled, type FormShape } from "../posted-form";

/** What a reader typed into the form, as it came. */
export type TypedReport = Record<"slug" | ReportField, string> & Filled;

/** Characters each field may hold; less than a tip may hold, so that the page and the source fit beside it. */
const longest: Record<ReportField, number> = { page: 300, what: 4_000, source: 500, contact: 300 };

const reportSchema = z.object({
  page: text({ max: longest.page, min: 0 }),
  what: text({ max: longest.what }),
  source: text({ max: longest.source, min: 0 }),
  contact: text({ max: longest.contact, min: 0 }),
});

/** Reads a posted report of at most 256 KB. */
export async function readReport(request: Request): Promise<Result<TypedReport>> {
  const form = await readPostedForm(request);
  if (!form.ok) return form;
  const field = form.value;
  return ok({
    slug: field("slug").trim(),
    page: field("page").trim(),
    what: field("what"),
    source: field("source").trim(),
    contact: field("contact").trim(),
    ...howFilled(field),
  });
}

/** The verdict it is about: the one whose page the form was opened from, else what was typed if that can be one. */
export function slugOf({ slug, page }: TypedReport, siteUrl: string): string {
  if (slug !== "" || page === "") return slug;
  const asked = readAskedRecord(page, "", siteUrl);
  return "subject" in asked && asked.subject.of === "verdict" ? asked.subject.slug : "";
}

/** The report as a tip for the desk; `address` is the verdict's, or null when it is about none. */
export function tipOf(typed: TypedReport, address: string | null): Result<SubmitTipInput> {
  const input = parseInput(reportSchema, typed);
  if (!input.ok) return input;
  const { page, what, source, contact } = input.value;
  const about = address ?? (page === "" ? null : page);
  const parts = [
    about === null ? "A reader reports an error:" : `A reader reports an error in ${about}`,
    what.trim(),
    ...(source === "" ? [] : [`Where to see it: ${source}`]),
  ];
  return parseInput(submitTipSchema, {
    text: parts.join("\n\n"),
    url: address,
    contact: contact === "" ? null : contact,
  });
}

/** The form as its refusals speak of it. */
export const reportForm: FormShape<ReportField> = {
  longest,
  fields: { page: "page", what: "what", text: "what", source: "source", url: "source", contact: "contact" },
};
