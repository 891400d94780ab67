import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { BulkBar } from "./bulk-bar";
import type { BulkFailure, BulkState } from "./use-bulk";

const nothing = () => {};
const failure = (id: string, reason: string, more: Partial<BulkFailure> = {}): BulkFailure => ({
  ...{ id, text: `Claim ${id}`, reason, isForAll: false, isSignedOut: false },
  ...more,
});

const row = {} as ClaimRowDto;

/** The bar after an act. */
function html(state: Partial<BulkState>, count: number): string {
  return renderToStaticMarkup(
    <BulkBar
      chosen={Array.from({ length: count }, () => row)}
      all={{ count: 50, selected: count, onToggle: nothing }}
      gone={0}
      hasMore={false}
      people={[]}
      topics={[]}
      state={{
        words: "0 claims assigned",
        total: 1,
        finished: 1,
        isRunning: false,
        failures: [],
        isUndo: false,
        takenBack: [],
        done: [],
        ...state,
      }}
      onStart={() => Promise.resolve(true)}
      onUndo={nothing}
      onStop={nothing}
      onLeaveOut={nothing}
      onClear={nothing}
      onClose={nothing}
    />,
  );
}

/** What the bar says of an act that is over, tags taken out. */
function said(state: Partial<BulkState>, count = 50): string {
  const [, alert = ""] = html(state, count).match(/<div role="alert"[^>]*>(.*?)<\/div>/) ?? [];
  return alert
    .replaceAll(/<!-- -->/g, "")
    .replaceAll(/<[^>]*>/g, "|")
    .replaceAll(/\|+/g, "|");
}

it("says of no claim that it stayed as it was when that is not certain", () => {
  const lost = failure("a", "The desk did not answer: whether it was done is not certain.");
  expect(said({ failures: [lost] })).toBe(
    "|Not done, or not certain; still selected:|Claim a|: The desk did not answer: whether it was done is not certain.|",
  );
  // As after something that was to be taken back.
  expect(said({ failures: [lost] }, 0)).toContain("|Not done, or not certain:|");
});

it("says of what was to be taken back which claims stay and why, and which were taken back, each with a link", () => {
  const state = {
    failures: [failure("a", "Ann changed it.")],
    isUndo: true,
    takenBack: [
      { id: "b", text: "Claim b" },
      { id: "c", text: "Claim c" },
    ],
    total: 3,
    finished: 3,
  };
  expect(said(state, 1)).toBe(
    "|Not taken back, or not certain:|Claim a|: Ann changed it.|Taken back: 2|Claim b|Claim c|",
  );
  expect(html(state, 1).match(/href="[^"]*"/g)).toEqual(
    ["a", "b", "c"].map((id) => `href="/desk/claims/${id}"`),
  );
});

it("says once that the session has ended, for how many claims, and how many were not tried", () => {
  const over = { isForAll: true, isSignedOut: true };
  const failures = ["a", "b", "c"].map((id) => failure(id, "Your session has ended.", over));
  expect(said({ failures, total: 50, finished: 3 })).toBe(
    "|Not done, or not certain; still selected:|3 claims: Your session has ended. |Sign in in another tab|, then do it again.|47 claims were not tried.|",
  );
});

it("says what was not tried of an act that was stopped, and nothing while it is under way", () => {
  expect(said({ total: 50, finished: 49 })).toBe("|1 claim was not tried.|");
  expect(said({ total: 50, finished: 49, isRunning: true })).toBe("");
});
