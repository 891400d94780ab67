import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { claimWithEvidence } from "../scenes";

/** Counts a page's own streams to the desk. */
function countStreams(page: Page): { count: number } {
  const streams = { count: 0 };
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/live/stream") streams.count += 1;
  });
  return streams;
}

test("a browser has one stream for all its tabs, and the next tab takes it over when the first is closed", async ({
  as,
  api,
}) => {
  test.setTimeout(120_000);
  const second = await api("second");
  const { claimId } = await claimWithEvidence(second);
  const first = await as("checker");
  const ofFirst = countStreams(first);
  await first.goto(`/desk/claims/${claimId}`);
  await expect.poll(() => ofFirst.count).toBe(1);

  const next = await first.context().newPage();
  const ofNext = countStreams(next);
  await next.goto(`/desk/claims/${claimId}`);
  const note = (query: string) =>
    second.post(`/claims/${claimId}/searches`, { where: "Town archive", query, found: "nothing" });
  const told = next.getByText(/^Changed by Checker Two/);
  await note("ferries");
  await expect(told).toBeVisible();
  expect(ofNext.count).toBe(0);
  await next.getByRole("button", { name: "Show" }).click();
  await expect(told).toHaveCount(0);

  await first.close();
  await expect.poll(() => ofNext.count).toBe(1);
  await note("quays");
  await expect(told).toBeVisible();
});
