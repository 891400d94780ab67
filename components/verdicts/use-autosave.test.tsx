// @vitest-environment jsdom
import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { act, useRef, type FormEvent } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FormState } from "@/components/ui/form-state";
import { noteDone, undoOffer } from "@/components/ui/undo-store";
import { useAutosave } from "./use-autosave";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const over: FormState = { ok: false, message: "Your session has ended." };

/** What the desk says of a save that a newer build of it does not know. */
const renewed = () => {
  throw new UnrecognizedActionError("no such action");
};

type DraftProps = { save: () => Promise<FormState>; led?: (event: FormEvent) => void };

function Draft({ save, led }: DraftProps) {
  const place = useRef<HTMLDivElement>(null);
  useAutosave(place, save);
  return (
    <form onSubmit={led}>
      <input name="finding" />
      <button>Save</button>
      <div ref={place} />
    </form>
  );
}

/** A draft in which something was typed, and when it was sent since, in seconds. */
async function typed(answer: () => FormState) {
  const begun = Date.now();
  const sentAt: number[] = [];
  const save = async () => {
    sentAt.push(Math.round((Date.now() - begun) / 1_000));
    return answer();
  };
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () => createRoot(place).render(<Draft save={save} />));
  await typeIn(place);
  return sentAt;
}

const typeIn = (place: HTMLElement) =>
  act(async () => void place.querySelector("input")!.dispatchEvent(new Event("input", { bubbles: true })));

const wait = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));

it("what cannot be saved is tried again later each time, once a minute in the end", async () => {
  const sentAt = await typed(() => over);
  await wait(300);
  expect(sentAt).toEqual([1, 6, 16, 36, 76, 136, 196, 256]);
});

it("whoever types on without a pause has words saved every two seconds", async () => {
  const sentAt = await typed(() => ({ ok: true }));
  for (let key = 0; key < 16; key += 1) {
    await wait(0.4);
    await typeIn(document.body);
  }
  expect(sentAt).toEqual([2, 4, 6]);
});

it("whoever comes back to the tab does not wait for the next try, and a saved draft is not sent again", async () => {
  let answer = over;
  const sentAt = await typed(() => answer);
  await wait(40);
  answer = { ok: true };
  await act(async () => window.dispatchEvent(new Event("focus")));
  await wait(300);
  await act(async () => window.dispatchEvent(new Event("focus")));
  expect(sentAt).toEqual([1, 6, 16, 36, 40]);
});

const refusals: [string, FormState, number][] = [
  ["saved", { ok: true }, 1],
  [
    "refused for its words, which its fields then say",
    { ok: false, issues: [{ code: "a", field: "b", message: "c" }] },
    1,
  ],
  ["not saved as the session has ended", over, 0],
  ["in conflict", { ok: false, conflict: [{ field: "finding", mine: "a", theirs: "b" }] }, 0],
];

it.each(refusals)("a draft that is sent by hand is saved first: %s", async (_what, answer, times) => {
  const place = document.body.appendChild(document.createElement("div"));
  let [saves, leads] = [0, 0];
  const save = async () => {
    saves += 1;
    return answer;
  };
  const led = (event: FormEvent) => {
    event.preventDefault();
    leads += 1;
  };
  await act(async () => createRoot(place).render(<Draft save={save} led={led} />));
  await act(async () => place.querySelector("button")!.click());
  expect([saves, leads]).toEqual([1, times]);
});

it.each([
  ["signed for later", "scheduled"],
  ["called ready", "ready"],
])(
  "a draft that was %s since the page was opened is sent by hand at the second press: the first is told what that does",
  async (_what, code) => {
    const place = document.body.appendChild(document.createElement("div"));
    const held = { ok: false, issues: [{ code, field: "", message: "That would take it back." }] };
    let leads = 0;
    const led = (event: FormEvent) => {
      event.preventDefault();
      leads += 1;
    };
    await act(async () => createRoot(place).render(<Draft save={async () => held} led={led} />));
    const press = () => act(async () => place.querySelector("button")!.click());
    await press();
    expect(leads).toBe(0);
    await press();
    expect(leads).toBe(1);
  },
);

it("a desk that was renewed is not asked again by itself", async () => {
  const sentAt = await typed(renewed);
  await wait(300);
  await act(async () => window.dispatchEvent(new Event("focus")));
  await typeIn(document.body);
  await wait(300);
  expect(sentAt).toEqual([1]);
});

const offer = { words: "Evidence removed.", act: "restore-evidence", fields: {} } as const;

it("once words are saved that were typed after an act, that act is no longer offered to be taken back", async () => {
  noteDone({ undo: offer });
  let answer = over;
  await typed(() => answer);
  await wait(2);
  // Nothing newer is done yet.
  expect(undoOffer()?.words).toBe(offer.words);
  answer = { ok: true };
  await wait(10);
  expect(undoOffer()).toBeNull();
});

it("what is done after the typing stays on offer when the draft then saves itself", async () => {
  const sentAt = await typed(() => ({ ok: true }));
  noteDone({ undo: offer });
  await wait(10);
  expect(sentAt).toEqual([1]);
  expect(undoOffer()?.words).toBe(offer.words);
});
