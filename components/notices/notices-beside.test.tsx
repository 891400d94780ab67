import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NoticesBeside } from "./notices-beside";

it("tells the desk word for word what readers see beside a publication", () => {
  const at = "2024-06-29T08:05:00Z";
  const html = renderToStaticMarkup(
    <NoticesBeside
      standing={[
        { kind: "under-review", at, text: "The ministry named another figure." },
        { kind: "first-findings", at, text: null },
      ]}
      drafts={[]}
      maySign
    />,
  );
  const words = html.replace(/<[^>]*>/g, "");
  expect(words).toContain("Beside it readers see since");
  expect(words).toContain("Under review The ministry named another figure.");
  expect(words).toContain("First findings");
  expect(renderToStaticMarkup(<NoticesBeside standing={[]} drafts={[]} maySign />)).toBe("");
});
