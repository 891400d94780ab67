import { places } from "@/components/layout/places";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import type { Viewer } from "@/lib/access/viewer";
import { carryQuery, readBeside } from "@/lib/articles/beside";
import { claimName } from "@/lib/claims/claim-name.server";
import { one, type SearchParams } from "../read-queue";

/** Somebody chooses an article to open beside a claim. */
export type ChoosingFor = {
  claimId: string;
  name: string;
  backHref: string;
  /** What the addresses of the claim carry on: the list it was opened from, and what is open beside it. */
  carry: string;
  /** Where an article of the list is opened. */
  hrefOf: (articleId: string) => string;
  /** What an address or a form carries on, so that it goes on being chosen for the claim. */
  carried: Record<string, string>;
};

/** The claim that an address chooses an article for; null when it names none that this person may see. */
export async function choosingFor(viewer: Viewer, params: SearchParams): Promise<ChoosingFor | null> {
  const claimId = one(params, "claim");
  const name = claimId ? await claimName(await asNamedTo(viewer, claimId)) : null;
  if (!claimId || name === null) return null;
  const list = one(params, "in");
  const open = readBeside(one(params, "beside"));
  const carry = carryQuery(list, open);
  return {
    claimId,
    name,
    carry,
    backHref: `${places.claim(claimId)}?pane=article${carry}`,
    hrefOf: (articleId) => places.articleBeside(claimId, articleId, carry),
    carried: {
      claim: claimId,
      ...(list ? { in: list } : {}),
      ...(open.length > 0 ? { beside: open.join(".") } : {}),
    },
  };
}
