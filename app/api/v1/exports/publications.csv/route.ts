import { otherMethods } from "@/lib/core/other-methods.server";
import { rowsOf } from "@/lib/publications/export.server";
import { exportCsv } from "@/lib/publications/export-rows";
import { csvType } from "../../publications/version-answers";
import { exportRoute } from "../export-answers";

export const dynamic = "force-dynamic";

export const GET = exportRoute({
  path: "/api/v1/exports/publications.csv",
  type: csvType,
  withRetractions: true,
  write: (verdicts) => exportCsv(rowsOf(verdicts)),
  saveAs: "publications.csv",
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
