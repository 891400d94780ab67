import { otherMethods } from "@/lib/core/other-methods.server";
import { mapResult } from "@/lib/core/result";
import { versionRow } from "@/lib/publications/export.server";
import { exportCsv } from "@/lib/publications/export-rows";
import { csvType, versionFileRoute } from "../../../version-answers";

export const dynamic = "force-dynamic";

export const GET = versionFileRoute({
  type: csvType,
  load: async ({ slug, version }) => mapResult(await versionRow(slug, version), (row) => exportCsv([row])),
  saveAs: ({ slug, version }) => `${slug}-v${version}.csv`,
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
