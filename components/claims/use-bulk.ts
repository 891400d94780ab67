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
import { noteActStarted, noteDone, noteTakingBack, onUndoOffer } from "@/components/ui/undo-store";

/** Calls under way at once: quick for the person, and other people's work is not kept waiting. */
const atOnce = 3;

/** A claim as a call answers it; one about watching also says what the viewer said, one about a step the log's entry of it. */
type Answered = ClaimDto & Partial<Pick<ClaimRowDto, "watch">> & { entryId?: string };

type Named = BulkRow & { text: string };

type Done = { action: BulkAction; before: Named; after: Named; entryId: string | undefined };

/** `isForAll`: it is about who asks or from where, so it is said once, and no other claim was tried any more. */
export type BulkFailure = {
  id: string;
  text: string;
  reason: string;
  isForAll: boolean;
  isSignedOut: boolean;
};

type Job = { row: Named; request: BulkRequest | null; action: BulkAction; takesBack?: Done };

export type BulkState = {
  words: string;
  total: number;
  finished: number;
  isRunning: boolean;
  failures: BulkFailure[];
  /** It takes back what was done before. */
  isUndo: boolean;
  /** What it took back, for when some of it stays. */
  takenBack: { id: string; text: string }[];
  /** What undoing would take back; once that was begun, what of it can still be. */
  done: Done[];
};

/** `isRefused`: it was broken off, as whoever asks may not, or from here; what was done before is done. */
type After = (
  changed: ReadonlyMap<string, Partial<ClaimRowDto>>,
  failedIds: readonly string[],
  isRefused: boolean,
) => void;

/**
 * Does something to many claims, one call a claim, with progress, a way to stop, and a way back. `start` answers, once it is
 * over, whether it was done to all of them.
 */
export function useBulk(after: After) {
  const [state, setState] = useState<BulkState | null>(null);
  const isStopped = useRef(false);
  const account = usePageAccount();
  useWayBackUntilNextAct(setState);

  async function work(jobs: Job[], doing: string, finishedWords: (count: number) => string) {
    isStopped.current = false;
    const tally = new Tally(jobs);
    const { isUndo } = tally;
    const tell = (isRunning: boolean, words: string) =>
      setState({ words, total: jobs.length, isRunning, ...tally.soFar() });
    tell(true, doing);
    noteDone();
    const end = noteActStarted();
    if (isUndo) noteTakingBack();
    await inTurns(jobs, isStopped, async (job) => {
      const answer = job.request ? await call(job.request, account.current) : { claim: null };
      if (tally.note(job, answer)) isStopped.current = true;
      tell(true, doing);
    });
    const { finished, failures, done } = tally.soFar();
    end(done.length > 0 && !isUndo);
    tell(false, finishedWords(finished - failures.length));
    after(
      tally.changed,
      failures.map(({ id }) => id),
      failures.some(({ isForAll }) => isForAll),
    );
    return failures.length === 0 && finished === jobs.length;
  }

  const start = (rows: readonly ClaimRowDto[], action: BulkAction) => {
    const words = bulkWords(action);
    return work(
      rows.map((row) => ({ row, request: bulkRequest(row, action), action })),
      words.doing,
      (count) => `${claimsInWords(count)} ${words.done}`,
    );
  };
  const undo = () => {
    const [one] = state?.done ?? [];
    if (!state || !one || state.isRunning) return false;
    void work(
      jobsOfUndo(state.done),
      "Undoing",
      (count) => `${claimsInWords(count)} ${bulkWords(one.action).undone}`,
    );
    return true;
  };
  return { state, start, undo, stop: () => (isStopped.current = true), close: () => setState(null) };
}

/** What came of the jobs so far. */
class Tally {
  readonly changed = new Map<string, Partial<ClaimRowDto>>();
  readonly isUndo: boolean;
  readonly #done: Set<Done>;
  readonly #failures: BulkFailure[] = [];
  readonly #takenBack: BulkState["takenBack"] = [];
  #finished = 0;

  constructor(jobs: readonly Job[]) {
    this.#done = new Set(jobs.flatMap(({ takesBack }) => takesBack ?? []));
    this.isUndo = this.#done.size > 0;
  }

  /** Notes what came of a job; true when it is the same for all that are left. */
  note({ row, action, takesBack }: Job, answer: { claim: Answered | null } | Refused): boolean {
    this.#finished += 1;
    if (takesBack && (!("reason" in answer) || answer.isForGood)) this.#done.delete(takesBack);
    if ("reason" in answer) {
      const failure = failureOf(row, answer);
      this.#failures.push(failure);
      return failure.isForAll;
    }
    if (!answer.claim) return false;
    const now = rowOf(answer.claim);
    this.changed.set(row.id, now);
    if (takesBack) this.#takenBack.push({ id: row.id, text: row.text });
    else {
      const { entryId } = answer.claim;
      this.#done.add({ action, before: row, after: { ...row, ...now }, entryId });
    }
    return false;
  }

  soFar() {
    const { isUndo } = this;
    const lists = {
      failures: [...this.#failures],
      takenBack: [...this.#takenBack],
      done: [...this.#done],
    };
    return { finished: this.#finished, isUndo, ...lists };
  }
}

/** Whatever is done after it, the way back is from that. */
function useWayBackUntilNextAct(setState: Dispatch<SetStateAction<BulkState | null>>): void {
  useEffect(
    () => onUndoOffer(() => setState((now) => (now && !now.isRunning ? { ...now, done: [] } : now))),
    [setState],
  );
}

function jobsOfUndo(done: readonly Done[]): Job[] {
  return done.map((takesBack) => {
    const { action, before, after, entryId } = takesBack;
    return { row: after, request: undoRequest(before, after, action, entryId), action, takesBack };
  });
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

/**
 * `isForAll`: who asks is the reason, so the other claims would be refused as well. `isForGood`: the same again would be
 * refused again.
 */
type Refused = { reason: string; isForAll?: boolean; isForGood?: boolean; isSignedOut?: boolean };

const changedSince = "Somebody changed it meanwhile, so it was left as it is: open it and look.";

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
    const { detail, code, conflict } = read as Problem;
    // There is no form here in which to choose between two versions.
    if (conflict) return { reason: changedSince, isForGood: true };
    const isForAll = code === "page-of-another";
    const isForGood = !isForAll && answer.status < 500 && answer.status !== 429;
    return { reason: detail ?? "The desk refused it.", isForAll, isForGood };
  } catch {
    return { reason: "The desk did not answer: whether it was done is not certain." };
  }
}

function failureOf({ id, text }: Named, { reason, isForAll, isSignedOut = false }: Refused): BulkFailure {
  return { id, text, reason, isForAll: isForAll ?? isSignedOut, isSignedOut };
}

/** What a row shows of the claim as it is now. */
function rowOf(
  claim: Answered,
): Pick<ClaimRowDto, "state" | "topics" | "assignee" | "version" | "updatedAt"> &
  Partial<Pick<ClaimRowDto, "watch">> {
  const { state, topics, assignee, version, updatedAt, watch } = claim;
  return { state, topics, assignee, version, updatedAt, ...(watch === undefined ? {} : { watch }) };
}
