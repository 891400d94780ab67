import { beforeAll, expect, test } from "vitest";
import { seedDemoDesk } from "../../../lib/demo/seed-demo.server";
import { useTestDatabase } from "../../../scripts/test/test-database";
import { ask, siteUrl } from "../reader-test";

useTestDatabase();
const kyungki = "kyungki-industrial-of-south-korea-supplied-parts-to-aurus";

beforeAll(async () => {
  await seedDemoDesk();
});

test("verify reads a whole address, and never says of what it cannot read that it was not published", async () => {
  const ofVersion = encodeURIComponent(`${siteUrl}/verdicts/${kyungki.toUpperCase()}/v/1`);
  for (const slug of [ofVersion, `${kyungki}/v/1`, encodeURIComponent(`${siteUrl}/verdicts/${kyungki}`)]) {
    const page = await (await ask(`/verify?slug=${slug}`)).text();
    expect(page, slug).toContain("The record matches its signature");
    expect(page, slug).toContain(`href="/verdicts/${kyungki}/v/1"`);
  }
  for (const [query, says] of [
    [`slug=${kyungki}&version=-1`, "“-1” is no version number"],
    [`slug=${kyungki}&version=0`, "“0” is no version number"],
    ["slug=%00%22%3E", "is not the name of a verdict"],
    [`slug=https://elsewhere.example/verdicts/${kyungki}`, "That address is at elsewhere.example."],
  ] as const) {
    const page = await (await ask(`/verify?${query}`)).text();
    expect(page, query).toContain(says);
    expect(page, query).not.toContain("A page that says otherwise");
    expect(page, query).not.toContain("matches its signature");
  }
});
