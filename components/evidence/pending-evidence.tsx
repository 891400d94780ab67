"use client";

import { createContext, useContext, useMemo, useOptimistic, type ReactNode } from "react";
import type { Stance } from "@/lib/claims/vocabulary";
import { stanceWords } from "./stance-words";

/** Evidence just chosen in the article, shown until the server's own row arrives. */
export type PendingEvidence = {
  key: string;
  claimId: string;
  stance: Stance;
  exact: string;
  outlet: string | null;
  start: number;
  end: number;
};

type Value = { rows: PendingEvidence[]; add: (row: PendingEvidence) => void };

const PendingEvidenceContext = createContext<Value | null>(null);

/** Lets the article and the claim beside it share rows that are still on their way. */
export function PendingEvidenceProvider({ children }: { children: ReactNode }) {
  const value = useRows();
  return <PendingEvidenceContext value={value}>{children}</PendingEvidenceContext>;
}

/** The rows on their way; outside a provider the caller keeps its own. `add` is called inside a transition. */
export function usePendingEvidence(): Value {
  const own = useRows();
  return useContext(PendingEvidenceContext) ?? own;
}

function useRows(): Value {
  const [rows, add] = useOptimistic<PendingEvidence[], PendingEvidence>([], (before, row) => [
    ...before,
    row,
  ]);
  return useMemo(() => ({ rows, add }), [rows, add]);
}

/** The rows of one claim that are on their way, for the end of its list of evidence. */
export function PendingEvidenceRows({ claimId }: { claimId: string }) {
  const { rows } = usePendingEvidence();
  return rows
    .filter((row) => row.claimId === claimId)
    .map((row) => (
      <li key={row.key} className="grid grid-cols-[4.75rem_minmax(0,1fr)] gap-2.5 border-t py-2.5">
        <span className="font-semibold">{stanceWords[row.stance]}</span>
        <div>
          <q className="font-serif text-md">{row.exact}</q>
          <p className="text-xs text-ink-3">{row.outlet ?? "This article"} · saving…</p>
        </div>
      </li>
    ));
}
