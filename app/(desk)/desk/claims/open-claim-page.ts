import { notFound } from "next/navigation";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { can } from "@/lib/access/can";
import { requireViewer } from "@/lib/access/viewer.server";
import type { Viewer } from "@/lib/access/viewer";
import type { Carried } from "@/components/claims/carried-line";
import type { ClaimLinks } from "@/components/claims/claim-links";
import { places } from "@/components/layout/places";
import { carriedBy } from "@/lib/attributions/carried-by";
import { claimDto, independenceDto, openClaim } from "@/lib/claims/queries";
import type { ClaimDto } from "@/lib/claims/dto";
import { isOpenState } from "@/lib/claims/vocabulary";
import type { SearchParams } from "../read-queue";
import type { CurrentRevision } from "@/lib/claims/revision.server";
import { isBlind } from "@/lib/reviews/blindness";

export type ClaimPageProps = { params: Promise<{ id: string }> };
export type ClaimPageWithQuery = ClaimPageProps & { searchParams: Promise<SearchParams> };
export type OpenedClaim = { viewer: Viewer; current: CurrentRevision; claim: ClaimDto; now: Date };

/** What every page about a claim begins with: the person, the claim as it stands, and what of it they may see. */
export async function openClaimPage(id: string): Promise<OpenedClaim> {
  const viewer = await requireViewer();
  const now = new Date();
  const current = await openClaim(await asNamedTo(viewer, id), now);
  if (!current) notFound();
  return { viewer, current, claim: await claimDto(viewer, current), now };
}

/** The decisive evidence that stands for the number of origins; none for whoever may not see the rating yet. */
export function carriedOf({ viewer, current }: Pick<OpenedClaim, "viewer" | "current">): Carried {
  if (isBlind(viewer, current.dossier)) return [];
  const { evidence } = current.dossier;
  const { originsNeeded } = current.settings.gate;
  return carriedBy(independenceDto(viewer, current), evidence, originsNeeded).map((item) => ({
    id: item.id,
    number: evidence.indexOf(item) + 1,
  }));
}

/** Where the parts of this claim's work are, for this person; `carry` as in `places.articleBeside`. */
export function linksOf({ viewer, claim }: Pick<OpenedClaim, "viewer" | "claim">, carry = ""): ClaimLinks {
  const isOpen = isOpenState(claim.state);
  const mayWriteVerdict = isOpen && (!("hidden" in claim.verdict) || claim.verdict.version === 0);
  const own =
    "hidden" in claim.reviews ? null : claim.reviews.find(({ reviewer }) => reviewer.id === viewer.id);
  const stands = claim.publication !== undefined && claim.state !== "retracted";
  return {
    claim: places.claim(claim.id),
    sources: places.sources(claim.id),
    quotes: places.quotes(claim.id),
    history: places.history(claim.id),
    addArticle: places.addArticleFor(claim.id, null, carry),
    captureOriginal: (articleId) => places.captureOriginal(articleId, claim.id, carry),
    hasReviewed: own ? !own.outdated : false,
    ...(isOpen ? { edit: places.editClaim(claim.id) } : {}),
    ...(mayWriteVerdict ? { verdict: places.verdict(claim.id) } : {}),
    ...("hidden" in claim.verdict ? {} : { sentences: places.draftSentences(claim.id) }),
    ...(viewer.role === "editor" && claim.state === "ready" ? { signOff: places.signOff(claim.id) } : {}),
    ...(claim.state === "published" || claim.correction ? { correction: places.correction(claim.id) } : {}),
    ...(stands && viewer.role === "editor"
      ? { retraction: places.retraction(claim.id), notice: places.notice(claim.id) }
      : {}),
    ...(claim.publication && can(viewer, "version.withhold")
      ? { withholding: places.withholding(claim.id) }
      : {}),
  };
}
