import { otherMethods } from "@/lib/core/other-methods.server";
import { rowsOf } from "@/lib/publications/export.server";
import { jsonType } from "../../publications/version-answers";
import { exportRoute } from "../export-answers";

export const dynamic = "force-dynamic";

export const GET = exportRoute({
  path: "/api/v1/exports/publications.json",
  type: jsonType,
  withRetractions: true,
  write: (verdicts, next) => JSON.stringify({ items: rowsOf(verdicts), next }),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
