import type { Viewer } from "@/lib/access/viewer";
import type { ClaimDto } from "@/lib/claims/dto";
import { countLimit, countQueues, listAround, publicStates } from "@/lib/claims/list-claims.server";
import { filtersOfQuery, queuePageSize } from "@/lib/claims/queue-filters";
import { queueQuery } from "@/lib/claims/queue-query";
import { listViews } from "@/lib/views/queries";
import { countInWords, currentView } from "@/lib/views/view";
import { queueHref } from "../read-queue";

/** The list that a claim was opened from, as it stands beside the claim, with what its links carry on. */
export async function listBeside(viewer: Viewer, claim: ClaimDto, asked: string, now: Date) {
  const filters = filtersOfQuery(asked);
  const query = queueQuery(filters);
  const [rows, [count = 0], views, states] = await Promise.all([
    listAround(viewer, { ...filters, limit: queuePageSize }, claim, now),
    countQueues(viewer, [filters], now),
    listViews(viewer),
    publicStates(viewer, [claim]),
  ]);
  const href = queueHref(filters);
  return {
    ...rows,
    /** How what is public of the claim itself stands, should it not be among the rows. */
    publicState: states.get(claim.id),
    query,
    href,
    label: currentView(views, undefined, filters).view?.label ?? "Your list",
    count: countInWords(count, countLimit),
    nextHref: rows.nextCursor ? (rows.isFallback ? queueHref({ sort: "newest" }) : href) : null,
    /** What an address of this claim needs, so that the list stays. */
    carry: query ? `&in=${encodeURIComponent(query)}` : "",
  };
}
