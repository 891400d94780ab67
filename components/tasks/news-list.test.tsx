import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NewsList } from "./news-list";

const news = {
  ...{ id: "n1", kind: "to-sign", text: "Ann called it ready for an editor. It waits for your signature." },
  ...{ claim: { id: "c1", text: "Two ferries" }, articleId: null, createdAt: "2024-06-29T12:00:00Z" },
  ...{ acts: [], settled: null, isNew: true },
};

it("what waits for the person's signature leads to where they sign it, everything else to the claim", () => {
  const href = (isToSign: boolean) =>
    /href="([^"]*)"/.exec(renderToStaticMarkup(<NewsList news={[{ ...news, isToSign }]} />))![1];
  expect(href(true)).toBe("/desk/claims/c1/sign-off");
  expect(href(false)).toBe("/desk/claims/c1");
  expect(renderToStaticMarkup(<NewsList news={[{ ...news, isToSign: true }]} />)).toContain(
    "It waits for your",
  );
});

it("what is settled says so in words, and what was told again is one line that says how often", () => {
  const done = { ...news, isNew: false, isToSign: false, settled: "signed since" };
  const html = renderToStaticMarkup(<NewsList news={[done, { ...done, id: "n0" }]} now={news.createdAt} />);
  expect(html.match(/<li/g)).toHaveLength(1);
  expect(html).toContain("It waited for your signature.");
  expect(html).toMatch(/Nothing left to do, signed since · (<!-- -->)?2 times, last (<!-- -->)?<time/);
  expect(html).not.toContain("font-medium");
  const waiting = renderToStaticMarkup(<NewsList news={[{ ...news, isNew: false, isToSign: true }]} />);
  expect(waiting).toMatch(/<p class="font-medium">.*It waits for your signature/);
});
