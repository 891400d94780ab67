import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ArticleDto } from "@/lib/articles/dto";
import { ArticleTrouble } from "./article-trouble";

const shown = (message: string) => {
  const article = {
    ...{ id: "a1", state: "failed", url: "https://news.example/a", reliability: "ok", notObtainable: null },
    failure: { code: "blocked", message },
  } as ArticleDto;
  const act = async () => null;
  return renderToStaticMarkup(
    <ArticleTrouble article={article} actions={{ capture: act, notObtainable: act }} />,
  );
};

it("of a page that could not be captured says once what to do, above an open field with the one primary button", () => {
  const html = shown("The page refuses visits by programs. Open it yourself and paste its text.");
  expect(html).toMatch(/>The page refuses visits by programs\.</);
  expect(html).toContain("Open it yourself and paste its text.");
  expect(html).not.toContain("Try again, or paste");
  expect(html).not.toContain(">Paste its text<");
  expect(html.match(/button-primary/g)).toHaveLength(1);
  expect(html).toMatch(/button-primary[^>]*>Capture</);
});

it("has the field before the other ways, and one of them for a file", () => {
  const html = shown(
    "The site does not let us open this page (403). Open it yourself and paste or upload it.",
  );
  const [field, again, file] = ["Text of the article", ">Try again<", ">Upload a file of it<"].map((words) =>
    html.indexOf(words),
  );
  expect(field).toBeGreaterThan(0);
  expect(again).toBeGreaterThan(field!);
  expect(file).toBeGreaterThan(again!);
  expect(html).toContain('href="/desk/articles/new?original=a1"');
});

it("says what can be done where the reason does not", () => {
  expect(shown("The desk was away.")).toContain("Try again, or paste the text you see in your browser.");
});
