import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ArticleRowDto } from "@/lib/articles/dto";
import { ArticleList } from "./article-row";

it("of a page that could not be captured a list says what happened, and that its text is pasted once it is open", () => {
  const message = "The site refused us. Open it yourself and paste it here.";
  const article = {
    ...{ id: "a1", state: "failed", title: "Two ferries", url: null, outlet: null, publishedAt: null },
    ...{ failure: { code: "blocked", message }, evidenceCount: 0, leaningCount: 0 },
  } as ArticleRowDto;
  const html = renderToStaticMarkup(<ArticleList articles={[article]} nextHref={null} />);
  expect(html).toContain("The site refused us.");
  expect(html).toMatch(/<a [^>]*href="\/desk\/articles\/a1".*>Open it to paste its text<.*<\/a>/s);
  expect(html).not.toContain("paste it here");
});
