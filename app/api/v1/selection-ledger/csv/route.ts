import { otherMethods } from "@/lib/core/other-methods.server";
import { csvText } from "@/lib/core/csv";
import { fileRoute } from "@/lib/core/file-route.server";
import { parseInput } from "@/lib/core/parse-input";
import { ok } from "@/lib/core/result";
import { ledgerCells } from "@/lib/selection/ledger";
import { wholeLedger } from "@/lib/selection/queries";
import { ledgerFiltersSchema } from "@/lib/selection/schema";

export const GET = fileRoute({
  action: "selection.read",
  load: async ({ viewer, query, now }) => {
    const filters = parseInput(ledgerFiltersSchema, Object.fromEntries(query));
    if (!filters.ok) return filters;
    return ok({
      bytes: new TextEncoder().encode(csvText(ledgerCells(await wholeLedger(viewer, filters.value)))),
      type: "text/csv; charset=utf-8",
      name: `selection-ledger-${now.toISOString().slice(0, 10)}.csv`,
    });
  },
});

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");
