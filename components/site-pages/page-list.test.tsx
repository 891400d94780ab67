import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { readerWords } from "@/lib/words/reader";
import { SitePageList } from "./page-list";

it("a page stands under the desk's name with the one that readers see, in their language", () => {
  const html = renderToStaticMarkup(
    <SitePageList
      pages={[{ page: "methodology", state: "empty", signed: null, draft: null, isScaleChanged: false }]}
      maySign={false}
      titles={readerWords("uk").sitePages.titles}
      language="uk"
    />,
  );
  expect(html).toContain(">Methodology</a>");
  expect(html).toContain(`<span lang="uk">${readerWords("uk").sitePages.titles.methodology}</span>`);
});
