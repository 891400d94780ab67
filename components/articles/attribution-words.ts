import type { BesidesWhen } from "@/components/ui/use-besides-when";
import type { ArticleDto, AttributionDto, CaptureSummaryDto } from "@/lib/articles/dto";
import { attributionTypeWords, namingWords } from "@/lib/attributions/choice-words";
import { originKinds } from "@/lib/attributions/origin-kinds";
import { orderUnknown } from "@/lib/attributions/reuse/publication-order";
import type { AttributionType } from "@/lib/claims/dossier";

/** A rule found that two texts are alike, and not which of them was first: only a person's decision gives it a direction. */
export const hasUnknownOrder = ({ reason }: Pick<AttributionDto, "reason">) =>
  reason?.quote?.includes(orderUnknown) ?? false;

/** The same before anybody decided which of the two has it from the other. */
export const undirectedWords = ({ reason }: Pick<AttributionDto, "reason">) =>
  reason?.rule === "shared rare names and figures"
    ? "shares names and figures with"
    : "shares its words with";

/** An article as a sentence names it: by its outlet, else by its title, which is no name and stands in quotation marks. */
export const articleInSentence = (
  { outlet, title }: { outlet: string | null; title: string | null },
  unnamed = "an article",
) => outlet ?? (title === null ? unnamed : `“${title}”`);

export const attributionOptions = (Object.keys(attributionTypeWords) as AttributionType[]).map((value) => ({
  value,
  label: attributionTypeWords[value],
}));

export const scopeOptions = [
  { value: "this-claim", label: "for this claim" },
  { value: "every-claim", label: "for every claim" },
];

/** For a form with the choice of `scopeOptions`: what a decision for every claim does besides, once that is chosen. */
export function whenForEveryClaim(
  claimId: string | undefined,
  cancels: string | undefined,
): { besidesWhen?: BesidesWhen } {
  if (claimId === undefined || cancels === undefined) return {};
  const words = `For every claim: ${cancels.charAt(0).toLowerCase()}${cancels.slice(1)}`;
  return { besidesWhen: { words, name: "scope", value: "every-claim" } };
}

export const originKindOptions = originKinds.map((kind) => ({ value: kind, label: kind }));

export const namingOptions = Object.entries(namingWords).map(([value, label]) => ({ value, label }));

export const articleKindOptions: { value: ArticleDto["kind"]; label: string }[] = [
  { value: "news", label: "News story" },
  { value: "wire", label: "Wire report" },
  { value: "record", label: "Record: court, register, law" },
  { value: "report", label: "Report or study" },
  { value: "dataset", label: "Data" },
  { value: "interview", label: "Interview" },
  { value: "social", label: "Social post" },
  { value: "file", label: "File" },
  { value: "other", label: "Other" },
];

export const captureMethodWords: Record<CaptureSummaryDto["method"], string> = {
  fetched: "fetched from the address",
  uploaded: "uploaded",
  pasted: "pasted by hand",
};

export const articleStateWords: Record<ArticleDto["state"], string> = {
  mentioned: "named, not yet captured",
  fetching: "fetching",
  captured: "captured",
  failed: "not captured",
};
