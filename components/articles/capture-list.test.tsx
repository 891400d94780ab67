import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CaptureList } from "./capture-list";

it("says of each copy the day, the time and the zone, of today's too", () => {
  const capturedAt = new Date().toISOString().replace(/T.*/, "T15:59:00Z");
  const capture = { id: "k1", capturedAt, method: "fetched", sha256: "ab".repeat(32), expunged: false };
  const captures = [capture] as unknown as Parameters<typeof CaptureList>[0]["captures"];
  const html = renderToStaticMarkup(<CaptureList captures={captures} current={null} />);
  expect(html).toMatch(/<time[^>]*>\d{1,2} [A-Z][a-z]+ \d{4}, 15:59 UTC<\/time>/);
});
