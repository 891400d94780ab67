"use client";

import { createContext, useContext, type ReactNode } from "react";
import { useClaimNow, type ClaimNow } from "./use-claim-now";

const Context = createContext<ClaimNow | null>(null);

/** Whatever is inside is told who else is at this claim. */
export function ClaimNowProvider({ claimId, children }: { claimId: string; children: ReactNode }) {
  return <Context value={useClaimNow(claimId)}>{children}</Context>;
}

/** Who else is at the claim; null until the desk has said, without scripts, and outside a claim. */
export function useOthers(): ClaimNow | null {
  return useContext(Context);
}
