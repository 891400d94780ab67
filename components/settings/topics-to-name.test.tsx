import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TopicsToName } from "./topics-to-name";

it("warns of a topic that no claim has, and lists those that claims have", () => {
  const html = renderToStaticMarkup(<TopicsToName known={["Law", "Prices"]} unknown={["Pricse"]} />);
  expect(html).toContain("No claim has “Pricse”.");
  expect(html).toContain("Law · Prices");
  expect(renderToStaticMarkup(<TopicsToName known={["Law"]} unknown={[]} />)).not.toContain("No claim has");
});
