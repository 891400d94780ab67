import { otherMethods } from "@/lib/core/other-methods.server";
import { mapResult } from "@/lib/core/result";
import { versionRow } from "@/lib/publications/export.server";
import { jsonType, versionFileRoute } from "../../../version-answers";

export const dynamic = "force-dynamic";

export const GET = versionFileRoute({
  type: jsonType,
  load: async ({ slug, version }) => mapResult(await versionRow(slug, version), (row) => JSON.stringify(row)),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
