"use client";

import { useEffect, useRef, useState, type Dispatch, type SetStateAction } from "react";
import {
  bulkRequest,
  bulkWords,
  undoRequest,
  type BulkAction,
  type BulkRequest,
  type BulkRow,
} from "@/lib/claims/bulk-actions";
import type { ClaimDto, ClaimRowDto } from "@/lib/claims/dto";
import type { Problem } from "@/lib/core/problem";
import { accountHeader, usePageAccount } from "@/components/ui/page-account";
import { noteDone, onUndoOffer } from "@/components/ui/undo-store";

/** Calls under way at once: quick for the person, and other people's work is not kept waiting. */
const atOnce = 3;

/** A claim as a call answers it; one about watching also says what the viewer said. */
type Answered = ClaimDto & Partial<Pick<ClaimRowDto, "watch">>;

type Done = { action: BulkAction; before: BulkRow; after: BulkRow };

/** `isForAll`: it is about who asks or from where, so it is said once, and no other claim was tried any more. */
export type BulkFailure = {
  id: string;
  text: string;
  reason: string;
  isForAll: boolean;
  isSignedOut: boolean;
};

type Job = { row: BulkRow & { text: string }; request: BulkRequest | null; action: BulkAction };

export type BulkState = {
  words: string;
  total: number;
  finished: number;
  isRunning: boolean;
  failures: BulkFailure[];
  /** What undoing would take back. */
  done: Done[];
};

type After = (changed: ReadonlyMap<string, Partial<ClaimRowDto>>, failedIds: readonly string[]) => void;

/** Does something to many claims, one call a claim, with progress, a way to stop, and a way back. */
export function useBulk(after: After) {
  const [state, setState] = useState<BulkState | null>(null);
  const isStopped = useRef(false);
  const account = usePageAccount();
  useWayBackUntilNextAct(setState);

  async function work(
    jobs: Job[],
    doing: string,
    finishedWords: (count: number) => string,
    canUndo: boolean,
  ) {
    isStopped.current = false;
    const done: Done[] = [];
    const failures: BulkFailure[] = [];
    const changed = new Map<string, Partial<ClaimRowDto>>();
    let finished = 0;
    const tell = (isRunning: boolean, words: string) =>
      setState({ words, total: jobs.length, finished, isRunning, failures: [...failures], done: [...done] });
    tell(true, doing);
    noteDone();
    await inTurns(jobs, isStopped, async ({ row, request, action }) => {
      const answer = request ? await call(request, account.current) : { claim: null };
      if ("reason" in answer) {
        const { reason, isSignedOut = false, isForAll = isSignedOut } = answer;
        failures.push({ id: row.id, text: row.text, reason, isForAll, isSignedOut });
        if (isForAll) isStopped.current = true;
      } else if (answer.claim) {
        changed.set(row.id, rowOf(answer.claim));
        if (canUndo) done.push({ action, before: row, after: { ...row, ...rowOf(answer.claim) } });
      }
      finished += 1;
      tell(true, doing);
    });
    tell(false, finishedWords(finished - failures.length));
    const failedIds = failures.map(({ id }) => id);
    after(changed, failedIds);
  }

  const start = (rows: readonly ClaimRowDto[], action: BulkAction) => {
    const words = bulkWords(action);
    return work(
      rows.map((row) => ({ row, request: bulkRequest(row, action), action })),
      words.doing,
      (count) => `${claimsInWords(count)} ${words.done}`,
      true,
    );
  };
  const undo = () => {
    const [one] = state?.done ?? [];
    if (!state || !one || state.isRunning) return false;
    void work(
      jobsOfUndo(state.done),
      "Undoing",
      (count) => `${claimsInWords(count)} ${bulkWords(one.action).undone}`,
      false,
    );
    return true;
  };
  return { state, start, undo, stop: () => (isStopped.current = true), close: () => setState(null) };
}

/** Whatever is done after it, the way back is from that. */
function useWayBackUntilNextAct(setState: Dispatch<SetStateAction<BulkState | null>>): void {
  useEffect(
    () => onUndoOffer(() => setState((now) => (now && !now.isRunning ? { ...now, done: [] } : now))),
    [setState],
  );
}

function jobsOfUndo(done: readonly Done[]): Job[] {
  return done.map(({ action, before, after }) => ({
    row: { ...after, text: "" },
    request: undoRequest(before, after, action),
    action,
  }));
}

/** "1 claim", "12 claims". */
export function claimsInWords(count: number): string {
  return `${count} ${count === 1 ? "claim" : "claims"}`;
}

async function inTurns<T>(
  jobs: readonly T[],
  isStopped: { current: boolean },
  run: (job: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < jobs.length && !isStopped.current) await run(jobs[next++]!);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** `isForAll`: who asks is the reason, so the other claims would be refused as well. */
type Refused = { reason: string; isForAll?: boolean; isSignedOut?: boolean };

async function call(
  { method, path, body }: BulkRequest,
  account: string | null,
): Promise<{ claim: Answered } | Refused> {
  if (!navigator.onLine) return { reason: "You are offline: nothing was sent.", isForAll: true };
  try {
    const answer = await fetch(`/api/v1${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...accountHeader(account) },
      body: JSON.stringify(body),
    });
    const read = (await answer.json()) as Answered | Problem;
    if (answer.ok) return { claim: read as Answered };
    if (answer.status === 401) return { reason: "Your session has ended.", isSignedOut: true };
    const { detail, code } = read as Problem;
    return { reason: detail ?? "The desk refused it.", isForAll: code === "page-of-another" };
  } catch {
    return { reason: "The desk did not answer: whether it was done is not certain." };
  }
}

/** What a row shows of the claim as it is now. */
function rowOf(
  claim: Answered,
): Pick<ClaimRowDto, "state" | "topics" | "assignee" | "version" | "updatedAt"> &
  Partial<Pick<ClaimRowDto, "watch">> {
  const { state, topics, assignee, version, updatedAt, watch } = claim;
  return { state, topics, assignee, version, updatedAt, ...(watch === undefined ? {} : { watch }) };
}
