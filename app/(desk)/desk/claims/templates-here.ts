import type { OfferedTemplates } from "@/lib/templates/fill-field";
import { offeredTemplates } from "@/lib/templates/queries";
import type { TemplateKind } from "@/lib/templates/template";
import { claimValues } from "@/lib/templates/values";
import { one, type SearchParams } from "../read-queue";
import type { OpenedClaim } from "./open-claim-page";

/** The templates that a page of this claim offers, with what stands for their placeholders here. */
export async function templatesHere(
  { current, claim, now }: Pick<OpenedClaim, "current" | "claim" | "now">,
  kinds: readonly TemplateKind[],
  address: string,
  query: SearchParams,
): Promise<OfferedTemplates> {
  const { site } = current.settings;
  return {
    items: await offeredTemplates(kinds),
    values: claimValues(claim, site, now),
    language: site.language,
    address,
    chosen: one(query, "template"),
  };
}
