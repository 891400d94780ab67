// @vitest-environment jsdom
import { act, useRef } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FormState } from "@/components/ui/form-state";
import { useAutosave } from "./use-autosave";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const over: FormState = { ok: false, message: "Your session has ended." };

function Draft({ save }: { save: () => Promise<FormState> }) {
  const place = useRef<HTMLDivElement>(null);
  useAutosave(place, save);
  return (
    <form>
      <input name="finding" />
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
  const input = new Event("input", { bubbles: true });
  await act(async () => place.querySelector("input")!.dispatchEvent(input));
  return sentAt;
}

const wait = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));

it("what cannot be saved is tried again later each time, once a minute in the end", async () => {
  const sentAt = await typed(() => over);
  await wait(300);
  expect(sentAt).toEqual([1, 6, 16, 36, 76, 136, 196, 256]);
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
