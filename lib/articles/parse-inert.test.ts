import { expect, it } from "vitest";
import { boundNesting } from "./parse-inert.server";

it("a page of tags that never end is read once through", () => {
  const html = "<p>News</p>" + "<a ".repeat(300_000);
  expect(boundNesting(html)).toEqual({ html, isDeep: false });
});
