import { exportRoute } from "@/app/api/v1/exports/export-answers";
import { otherMethods } from "@/lib/core/other-methods.server";
import { claimReviewFeed } from "@/lib/publications/claim-review-feed";

export const dynamic = "force-dynamic";

export const GET = exportRoute({
  path: "/feeds/claimreview.json",
  type: "application/ld+json; charset=utf-8",
  withRetractions: false,
  write: (verdicts, _next, { site }) =>
    JSON.stringify(
      claimReviewFeed(
        verdicts.map(({ versions }) => versions),
        site,
      ),
    ),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
