import type { ArticleDto } from "@/lib/articles/dto";

/** What is held against a source, as a title. */
export const reliabilityWords: Record<Exclude<ArticleDto["reliability"], "ok">, string> = {
  corrected: "The source has corrected this article",
  retracted: "The source has withdrawn this article",
  compromised: "This source is not to be trusted",
};
