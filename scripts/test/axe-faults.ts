import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

type Look = {
  /** A selector: only what is inside is looked at. */
  inside?: string;
  /** Only these rules; without them all that axe runs by itself. */
  rules?: string[];
  /** Rules that axe leaves out by itself. */
  also?: string[];
};

/**
 * What axe finds on a page that is all in one frame, a line for each rule with the elements that break it. Axe runs in the
 * page itself: its other mode opens a second page for each look, which costs as much as the looking.
 */
export async function axeFaults(page: Page, { inside, rules, also = [] }: Look = {}): Promise<string[]> {
  const more = Object.fromEntries(also.map((rule) => [rule, { enabled: true }]));
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"], rules: more });
  if (inside) axe.include(inside);
  if (rules) axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}
