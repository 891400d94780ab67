import { otherMethods } from "@/lib/core/other-methods.server";
import { csvText } from "@/lib/core/csv";
import { fileRoute } from "@/lib/core/file-route.server";
import { ok } from "@/lib/core/result";
import { ledgerCells } from "@/lib/selection/ledger";
import { wholeLedger } from "@/lib/selection/queries";

export const GET = fileRoute({
  action: "selection.read",
  load: async ({ viewer, now }) =>
    ok({
      bytes: new TextEncoder().encode(csvText(ledgerCells(await wholeLedger(viewer)))),
      type: "text/csv; charset=utf-8",
      name: `selection-ledger-${now.toISOString().slice(0, 10)}.csv`,
    }),
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
