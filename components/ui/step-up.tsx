"use client";

import { createContext, useContext, type ReactNode } from "react";

/**
 * How a person proves again who they are; `provider` is what the newsroom's own sign-in is called, `newsroom` whose desk
 * asks for it.
 */
export type StepUpProof = {
  by: "password" | "password-and-code" | "provider";
  provider?: string;
  newsroom?: string;
};

const StepUpContext = createContext<StepUpProof>({ by: "password" });

/** Tells the forms inside how this person proves who they are. */
export function StepUpProvider({ proof, children }: { proof: StepUpProof; children: ReactNode }) {
  return <StepUpContext value={proof}>{children}</StepUpContext>;
}

/** How the person at this page proves who they are. */
export function useStepUpProof(): StepUpProof {
  return useContext(StepUpContext);
}
