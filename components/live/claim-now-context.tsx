"use client";

import { createContext, useContext, type ReactNode } from "react";
import { useClaimNow, type ClaimNow, type NewsTo } from "./use-claim-now";

const Context = createContext<ClaimNow | null>(null);

type Props = {
  claimId: string;
  /** How far the person had been told of the claim when this page of it was made. */
  newsTo?: NewsTo | null;
  children: ReactNode;
};

/** Whatever is inside is told who else is at this claim. */
export function ClaimNowProvider({ claimId, newsTo = null, children }: Props) {
  return <Context value={useClaimNow(claimId, newsTo)}>{children}</Context>;
}

/** Who else is at the claim; null until the desk has said, without scripts, and outside a claim. */
export function useOthers(): ClaimNow | null {
  return useContext(Context);
}
