// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { useBulk } from "./use-bulk";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const row = (id: string) =>
  ({
    id,
    text: `Claim ${id}`,
    version: 0,
    assignee: null,
    topics: [],
    state: "new",
    watch: null,
  }) as Partial<ClaimRowDto>;

/** What the desk answers about a claim: the claim one version on, a refusal, or nothing. */
type Answer = "done" | "changed" | "twoSides" | "lost" | "another";
let answers: Record<string, Answer>;
let asked: string[];
let sent: Record<string, object>;
let bulk: ReturnType<typeof useBulk>;
const after = vi.fn<Parameters<typeof useBulk>[0]>();

function Held() {
  bulk = useBulk(after);
  return null;
}

let root: Root;
const open = () =>
  act(async () => {
    root = createRoot(document.createElement("div"));
    root.render(<Held />);
  });

afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

/** The desk answers each claim as `answers` has it. */
function answerThem(): void {
  asked = [];
  sent = {};
  vi.stubGlobal("fetch", async (path: string, { body }: { body: string }) => {
    const id = /claims\/(\w+)/.exec(path)![1]!;
    asked.push(id);
    sent[id] = JSON.parse(body) as object;
    if (path.endsWith("/events") && !answers[id])
      return Response.json({ ...row(id), state: "declined", entryId: `entry of ${id}` });
    if (answers[id] === "lost") throw new TypeError("Failed to fetch");
    if (answers[id] === "changed")
      return Response.json({ detail: "Ann changed it.", code: "stale" }, { status: 409 });
    if (answers[id] === "twoSides")
      return Response.json(
        { detail: "Both versions are below.", code: "stale", conflict: [{}] },
        { status: 409 },
      );
    if (answers[id] === "another")
      return Response.json(
        { detail: "Ben is signed in here now.", code: "page-of-another" },
        { status: 403 },
      );
    const { version } = JSON.parse(body) as { version: number };
    return Response.json({ ...row(id), version: version + 1 });
  });
}

it("of a claim that two people changed it says so without the two versions, which only a form shows", async () => {
  answers = { a: "twoSides" };
  answerThem();
  await open();
  await act(() => bulk.start([row("a")] as ClaimRowDto[], { kind: "topic", topic: "Ferries" }));
  expect(bulk.state?.failures.map(({ reason }) => reason)).toEqual([
    "Somebody changed it meanwhile, so it was left as it is: open it and look.",
  ]);
});

it("what could not be taken back is named, and offered again alone where trying again can help", async () => {
  answerThem();
  const rows = ["a", "b", "c"].map(row) as ClaimRowDto[];
  await open();
  answers = {};
  await act(() => bulk.start(rows, { kind: "topic", topic: "Ferries" }));
  expect(bulk.state).toMatchObject({ failures: [], finished: 3 });
  expect(bulk.state?.done).toHaveLength(3);

  const undo = (next: Record<string, Answer>) => {
    asked = [];
    answers = next;
    return act(async () => void bulk.undo());
  };
  await undo({ a: "done", b: "changed", c: "lost" });
  expect(asked).toEqual(["a", "b", "c"]);
  expect(bulk.state).toMatchObject({
    words: "1 claim under their topics as before",
    takenBack: [{ id: "a", text: "Claim a" }],
  });
  // Three are asked at once, so that any may answer first.
  const failures = bulk.state!.failures.toSorted((a, b) => a.id.localeCompare(b.id));
  expect(failures.map(({ text, reason }) => `${text}: ${reason}`)).toEqual([
    "Claim b: Ann changed it.",
    "Claim c: The desk did not answer: whether it was done is not certain.",
  ]);
  await undo({});
  expect(asked).toEqual(["c"]);
  expect(bulk.state).toMatchObject({ takenBack: [{ id: "c" }], failures: [], done: [] });
});

it("of many declines each is taken back by the log's entry of it, so that none goes over what somebody did since", async () => {
  answerThem();
  await open();
  answers = {};
  const rows = ["a", "b"].map(row) as ClaimRowDto[];
  await act(() => bulk.start(rows, { kind: "decline", reason: "opinion" }));
  answers = { b: "changed" };
  await act(async () => void bulk.undo());
  expect(sent).toEqual({
    a: { event: "reopen", asBefore: true, takesBack: "entry of a" },
    b: { event: "reopen", asBefore: true, takesBack: "entry of b" },
  });
  expect(bulk.state).toMatchObject({
    words: "1 claim where they stood before",
    takenBack: [{ id: "a" }],
    failures: [{ id: "b", text: "Claim b", reason: "Ann changed it." }],
    done: [],
  });
});

it("when somebody else signs in to the browser in the middle, the list is kept, with what was done, the reason and the way back", async () => {
  answerThem();
  answers = { d: "another", e: "another", f: "another" };
  await open();
  after.mockClear();
  await act(() =>
    bulk.start(["a", "b", "c", "d", "e", "f", "g", "h"].map(row) as ClaimRowDto[], {
      kind: "topic",
      topic: "Ferries",
    }),
  );
  expect(asked).not.toContain("h");
  const [changed, , keepsList] = after.mock.lastCall!;
  expect([[...changed.keys()].toSorted(), keepsList]).toEqual([["a", "b", "c"], true]);
  expect(bulk.state?.failures[0]).toMatchObject({ reason: "Ben is signed in here now.", isForAll: true });
  expect(bulk.state?.done).toHaveLength(3);
});

it("a list of which all was asked is brought up to date, whatever was refused of single claims", async () => {
  answerThem();
  answers = { b: "changed" };
  await open();
  after.mockClear();
  await act(() => bulk.start(["a", "b"].map(row) as ClaimRowDto[], { kind: "topic", topic: "Ferries" }));
  expect(after.mock.lastCall![2]).toBe(false);
});
