import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Tabs, type Tab } from "./tabs";

const tabs = ["One", "Two", "Three", "Four", "Five", "Six"].map((label): Tab => ({
  href: `/${label}`,
  label,
}));

/** The line that is seen of folded tabs. */
const lineOf = (of: Tab[], elsewhere?: string) => {
  const html = renderToStaticMarkup(<Tabs label="Which claims" tabs={of} elsewhere={elsewhere} />);
  return html.slice(html.indexOf("<summary"), html.indexOf("</summary>")).replace(/<[^>]*>/g, "");
};

it("names where folded what is shown: the current tab with its number, or what it is where it is none of them", () => {
  const chosen = tabs.map((tab) => (tab.label === "Two" ? { ...tab, current: true, count: 7 } : tab));
  expect(lineOf(chosen, "Harbour · High")).toBe("Which claimsTwo7▾");
  expect(lineOf(tabs, "Harbour · High")).toBe("Which claimsHarbour · High▾");
});

it("cuts no name without its whole in the title", () => {
  const html = renderToStaticMarkup(<Tabs label="Which claims" tabs={tabs} />);
  expect(html.match(/title="Three" class="[^"]*(?:truncate|line-clamp-2)/g)).toHaveLength(2);
});
