import type { Metadata } from "next";
import { asNamedTo } from "@/lib/access/as-named-to.server";
import { requireViewer } from "@/lib/access/viewer.server";
import { claimName } from "@/lib/claims/claim-name.server";
import type { ClaimPageProps } from "./open-claim-page";

/** What the window of a page about a claim is called: what is done there, and of which claim. */
export const claimTitle =
  (what?: string) =>
  async ({ params }: ClaimPageProps): Promise<Metadata> => {
    const viewer = await requireViewer();
    const name = (await claimName(await asNamedTo(viewer, (await params).id))) ?? "Claim";
    return { title: what ? `${what}: ${name}` : name };
  };
