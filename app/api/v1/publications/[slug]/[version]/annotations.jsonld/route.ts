import { otherMethods } from "@/lib/core/other-methods.server";
import { mapResult } from "@/lib/core/result";
import { annotationType } from "@/lib/publications/annotations";
import { versionAnnotations } from "@/lib/publications/export.server";
import { versionFileRoute } from "../../../version-answers";

export const dynamic = "force-dynamic";

export const GET = versionFileRoute({
  type: annotationType,
  load: async ({ slug, version }) =>
    mapResult(await versionAnnotations(slug, version), (collection) => JSON.stringify(collection)),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
