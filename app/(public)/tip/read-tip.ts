import { z } from "zod";
import type { TipField } from "@/components/reader/tip-page";
import { parseInput } from "@/lib/core/parse-input";
import { ok, type Result } from "@/lib/core/result";
import { text } from "@/lib/core/text-input";
import { submitTipSchema, type SubmitTipInput } from "@/lib/tips/schema";
import { howFilled, readPostedForm, type Filled, type FormShape } from "../posted-form";

/** What a reader typed into the form, as it came. */
export type TypedTip = Record<TipField, string> & Filled;

/** Characters each field may hold; less than a tip may hold, so that a place that is no address fits beside the words. */
const longest: Record<TipField, number> = { what: 4_000, where: 500, contact: 300 };

const tipSchema = z.object({
  what: text({ max: longest.what }),
  where: text({ max: longest.where, min: 0 }),
  contact: text({ max: longest.contact, min: 0 }),
});

/** Reads a posted tip of at most 256 KB. */
export async function readTip(request: Request): Promise<Result<TypedTip>> {
  const form = await readPostedForm(request);
  if (!form.ok) return form;
  const field = form.value;
  return ok({
    what: field("what"),
    where: field("where").trim(),
    contact: field("contact").trim(),
    ...howFilled(field),
  });
}

/** What the desk gets: where it was seen is the tip's address when it is one, and stands under the words when not. */
export function tipOf(typed: TypedTip): Result<SubmitTipInput> {
  const input = parseInput(tipSchema, typed);
  if (!input.ok) return input;
  const { what, where, contact } = input.value;
  const isAddress = submitTipSchema.shape.url.safeParse(where).success;
  return parseInput(submitTipSchema, {
    text: where === "" || isAddress ? what.trim() : `${what.trim()}\n\nWhere it was seen: ${where}`,
    url: isAddress ? where : null,
    contact: contact === "" ? null : contact,
  });
}

/** The form as its refusals speak of it. */
export const tipForm: FormShape<TipField> = {
  longest,
  fields: { what: "what", text: "what", where: "where", url: "where", contact: "contact" },
};
