import { factchecktools, type factchecktools_v1alpha1 as google } from "@googleapis/factchecktools";
import type { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemoDesk } from "../../../../lib/demo/seed-demo.server";
import { serveHandlers, type Served } from "../../../../scripts/test/serve-handlers";
import { useTestDatabase } from "../../../../scripts/test/test-database";
import { siteUrl } from "../../../(public)/reader-test";
import { GET } from "./route";

const database = useTestDatabase();
let served: Served;
let client: google.Factchecktools;
let current: string[] = [];

beforeAll(async () => {
  await seedDemoDesk();
  const rows = await database.sql<{ slug: string }>(
    `SELECT slug FROM publication p WHERE kind = 'publication'
       AND NOT EXISTS (SELECT 1 FROM publication q WHERE q.slug = p.slug AND q.version > p.version)`,
  );
  current = rows.map(({ slug }) => `${siteUrl}/verdicts/${slug}`).sort();
  served = await serveHandlers(async (path) => {
    const { pathname, search } = new URL(path, siteUrl);
    // The path that lib/core/handled-at.ts leads to this route.
    if (pathname !== "/v1alpha1/claims:search") return new Response(null, { status: 404 });
    const asked = new Request(`${siteUrl}/api/v1/claims-search${search}`) as NextRequest;
    return GET(asked, { params: Promise.resolve({}) });
  });
  client = factchecktools({ version: "v1alpha1", rootUrl: `${served.origin}/` });
});
afterAll(() => served.close());

type Query = google.Params$Resource$Claims$Search;

async function search(query: Query) {
  const { data } = await client.claims.search({ key: "none-needed", ...query });
  return data;
}
const urls = (data: google.Schema$GoogleFactcheckingFactchecktoolsV1alpha1FactCheckedClaimSearchResponse) =>
  (data.claims ?? []).map((claim) => claim.claimReview![0]!.url!);
const found = async (query: Query) => urls(await search(query)).sort();

describe("Google's own client, its host changed", () => {
  test("reads every member of a claim and its review", async () => {
    const { claims } = await search({ query: "Kyungki" });
    expect(claims).toEqual([
      {
        text: "Kyungki Industrial of South Korea supplied parts to Aurus",
        claimant: "Kyungki Industrial",
        claimDate: "2024-06-28T00:00:00Z",
        claimReview: [
          {
            publisher: { name: "The Example Desk", site: new URL(siteUrl).host },
            url: `${siteUrl}/verdicts/kyungki-industrial-of-south-korea-supplied-parts-to-aurus`,
            title: expect.stringContaining("One official of the company"),
            reviewDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
            textualRating: "Reported, not confirmed",
            languageCode: "en",
          },
        ],
      },
    ]);
  });

  test("pages through all that stands, each once, by the token alone, also from an offset", async () => {
    const pages: string[] = [];
    let pageToken: string | undefined;
    do {
      // The offset goes along with each page, and counts on the first alone.
      const data = await search({ pageSize: 1, offset: 1, ...(pageToken ? { pageToken } : {}) });
      expect(urls(data).length).toBeLessThanOrEqual(1);
      pages.push(...urls(data));
      pageToken = data.nextPageToken || undefined;
    } while (pageToken);
    const [newest] = urls(await search({ pageSize: 1 }));
    expect([newest, ...pages].sort()).toEqual(current);
  });

  test("narrows by language without its region", async () => {
    for (const languageCode of ["en", "en-US", "EN-gb"])
      expect(await found({ languageCode }), languageCode).toEqual(current);
    for (const languageCode of ["uk", "e", "eng"])
      expect(await found({ languageCode }), languageCode).toEqual([]);
  });

  test("narrows by the publisher's site", async () => {
    for (const site of ["localhost", "www.localhost", "LOCALHOST:3000"])
      expect(await found({ reviewPublisherSiteFilter: site }), site).toEqual(current);
    for (const site of ["other.example", "host", "localhost:3001"])
      expect(await found({ reviewPublisherSiteFilter: site }), site).toEqual([]);
  });

  test("narrows by age in days", async () => {
    await database.sqlOwner(
      `UPDATE publication_listing SET "changedAt" = now() - interval '10 days' WHERE slug LIKE 'kyungki-%'`,
    );
    const others = current.filter((url) => !url.includes("/kyungki-"));
    expect(await found({ maxAgeDays: 9 })).toEqual(others);
    for (const maxAgeDays of [11, 0]) expect(await found({ maxAgeDays }), `${maxAgeDays}`).toEqual(current);
  });

  test("is told what is wrong with a question, as a failed call", async () => {
    for (const wrong of [{ pageSize: 0 }, { pageToken: "x" }, { maxAgeDays: -1 }])
      await expect(search(wrong)).rejects.toMatchObject({ status: 400 });
  });
});
