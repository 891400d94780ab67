// @vitest-environment jsdom
import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Form } from "@/components/ui/form";
import type { FormState } from "@/components/ui/form-state";
import { AutosaveLine } from "./autosave-line";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

type Pending = (answer: FormState | Promise<never>) => void;

/** A draft whose saves are answered by hand: by itself, and as a form. */
async function open() {
  const place = document.body.appendChild(document.createElement("div"));
  const asked: { saves: Pending[]; forms: Pending[] } = { saves: [], forms: [] };
  const wait = (list: Pending[]) => () => new Promise<FormState>((resolve) => list.push(resolve));
  await act(async () =>
    createRoot(place).render(
      <Form action={wait(asked.forms)} savesItself>
        <input name="finding" />
        <AutosaveLine save={wait(asked.saves)} fieldNames={{}} valueNames={{}} citable={[]} />
      </Form>,
    ),
  );
  const type = () =>
    act(async () => {
      place.querySelector("input")!.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const pause = () => act(() => vi.advanceTimersByTimeAsync(1_000));
  const answer = (list: Pending[], state: FormState | Promise<never>) =>
    act(async () => list.shift()!(state));
  const said = () => [
    place.querySelector(".sticky button")!.textContent,
    place.querySelector(".sticky [role=status]")!.textContent,
  ];
  const press = () => act(async () => place.querySelector<HTMLButtonElement>(".sticky button")!.click());
  return { place, asked, type, pause, answer, said, press };
}

it("button and line never contradict each other, from typing to what the form leads to", async () => {
  const { asked, type, answer, said, press } = await open();
  expect(said()).toEqual(["Save the draft", "Saved as you write."]);
  await type();
  expect(said()).toEqual(["Save the draft", "Not saved yet…"]);
  await press();
  expect(said()).toEqual(["Saving…", "Saving…"]);
  await answer(asked.saves, { ok: true });
  // The form is under way to the claim, and all of it is saved.
  expect([asked.forms.length, ...said()]).toEqual([1, "Saved", "Saved."]);
  await answer(asked.forms, { ok: true });
  expect(said()).toEqual(["Save the draft", "Saved."]);
});

it("without a network it says once that nothing is saved, asks nobody, and saves all of it once there is one", async () => {
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const { place, asked, type, pause, press, answer, said } = await open();
  const unsaved = ["Save the draft", "Not saved. Kept here while you are offline."];
  await type();
  await pause();
  expect(said()).toEqual(unsaved);
  await press();
  expect(said()).toEqual(unsaved);
  await act(() => vi.advanceTimersByTimeAsync(120_000));
  expect([asked.saves.length, asked.forms.length]).toEqual([0, 0]);
  expect(place.querySelector("[role=alert]")).toBeNull();
  expect(place.textContent).not.toMatch(/again|go through/);
  onLine.mockReturnValue(true);
  await act(async () => void window.dispatchEvent(new Event("online")));
  expect(asked.saves).toHaveLength(1);
  await answer(asked.saves, { ok: true });
  expect([asked.forms.length, ...said()]).toEqual([0, "Save the draft", "Saved."]);
  onLine.mockRestore();
});

it("while it is saved by hand its button waits too, and says so alone", async () => {
  const { place, asked, press, answer } = await open();
  const waits = () => place.querySelector(".sticky button")!.getAttribute("aria-disabled");
  const isHeardOnly = () => place.querySelector(".sticky [role=status]")!.classList.contains("sr-only");
  expect([waits(), isHeardOnly()]).toEqual([null, false]);
  await press();
  expect([waits(), isHeardOnly()]).toEqual(["true", true]);
  await press();
  expect(asked.saves).toHaveLength(1);
  await answer(asked.saves, { ok: false, message: "No." });
  expect([waits(), isHeardOnly()]).toEqual([null, false]);
});

it("in a conflict there is one thing to do, and it saves over the version that was shown", async () => {
  const { place, asked, type, pause, answer, said, press } = await open();
  await type();
  await pause();
  const conflict = [{ field: "finding", mine: "Mine", theirs: "Theirs" }];
  await answer(asked.saves, { ok: false, message: "Both are kept.", conflict, values: { version: "2" } });
  expect(said()).toEqual(["Save what I chose", "Not saved.See both versions"]);
  expect(place.querySelectorAll(".button-primary")).toHaveLength(1);
  await press();
  expect(said()[0]).toBe("Saving…");
  await answer(asked.saves, { ok: true });
  expect(said()).toEqual(["Save the draft", "Saved."]);
});

it("a key over a conflict saves what is chosen beside the two versions, and from elsewhere leads to them", async () => {
  const { place, asked, type, pause, answer, said } = await open();
  await type();
  await pause();
  const conflict = [{ field: "finding", mine: "Mine", theirs: "Theirs" }];
  await answer(asked.saves, { ok: false, message: "Both are kept.", conflict, values: { version: "2" } });
  const send = () => act(async () => place.querySelector("form")!.requestSubmit());
  place.querySelector("input")!.focus();
  await send();
  expect(document.activeElement?.id).toBe("not-saved");
  expect(asked.saves).toHaveLength(0);
  place.querySelector<HTMLElement>("#not-saved button")!.focus();
  await send();
  expect(said()[0]).toBe("Saving…");
  await answer(asked.saves, { ok: true });
  expect(said()).toEqual(["Save the draft", "Saved."]);
});

it("an ended session is said beside the button with the way to sign in, until the draft is sent", async () => {
  const { place, asked, type, pause, answer } = await open();
  await type();
  await pause();
  await answer(asked.saves, { ok: false, message: "Your session has ended.", isSignedOut: true });
  const alert = () => place.querySelector(".sticky [role=alert]");
  expect(alert()?.textContent).toMatch(/^Your session has ended\. .*the draft is sent by itself\.$/);
  expect(alert()?.querySelector("a")?.target).toBe("_blank");
  // Tried again: nothing flickers.
  await act(async () => window.dispatchEvent(new Event("focus")));
  expect([asked.saves.length, alert() !== null]).toEqual([1, true]);
  await answer(asked.saves, { ok: true });
  expect(alert()).toBeNull();
});

it("a press of a key in a field saves nothing over a version that was not chosen, and leads to both", async () => {
  const { place, asked, type, pause, answer } = await open();
  await type();
  await pause();
  const conflict = [{ field: "finding", mine: "Mine", theirs: "Theirs" }];
  await answer(asked.saves, { ok: false, message: "Both are kept.", conflict, values: { version: "2" } });
  await act(async () => place.querySelector("form")!.requestSubmit());
  expect([asked.saves.length, asked.forms.length]).toEqual([0, 0]);
  expect(document.activeElement?.textContent).toContain("Theirs");
});

it("whoever saves a draft on a page that an older desk served is told so, each time", async () => {
  const { place, asked, answer, said, press } = await open();
  for (const _time of [1, 2]) {
    await press();
    await answer(asked.saves, Promise.reject(new UnrecognizedActionError("no such action")));
    expect(place.querySelector(".sticky [role=alert]")!.textContent).toBe(
      "The desk was renewed since this page was opened, so nothing was saved. What you wrote is still here: copy it, then load the page again.",
    );
    expect(said()).toEqual(["Save the draft", "Not saved."]);
  }
});

it("once words that were refused are put right and saved, nothing says any more that they were refused", async () => {
  const { place, asked, type, pause, press, answer, said } = await open();
  const refused: FormState = {
    ok: false,
    issues: [{ code: "long", field: "finding", message: "At most 160 characters." }],
    values: { finding: "Too long" },
  };
  await type();
  await press();
  await answer(asked.saves, refused);
  await answer(asked.forms, refused);
  expect(place.querySelectorAll("[role=alert]").length).toBeGreaterThan(0);
  await type();
  await pause();
  await answer(asked.saves, { ok: true });
  expect(said()).toEqual(["Save the draft", "Saved."]);
  expect(place.textContent).not.toContain("At most 160");
  expect(place.querySelector("[role=alert]")).toBeNull();
});
