// @vitest-environment jsdom
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { AskButton, SubmitButton } from "./button";
import { Form } from "./form";
import type { FormState } from "./form-state";
import { OneAtATime } from "./one-at-a-time";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** An action that is answered when the test says so, or never comes back. */
function held() {
  const answers: { resolve: (state: FormState) => void; reject: (error: Error) => void }[] = [];
  const action = vi.fn(() => new Promise<FormState>((resolve, reject) => answers.push({ resolve, reject })));
  const answer = (state: FormState) => act(async () => answers.shift()!.resolve(state));
  const lose = () => act(async () => answers.shift()!.reject(new TypeError("Failed to fetch")));
  return { action, answer, lose };
}

let root: Root;
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

async function show(page: ReactNode) {
  const place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  const draw = (next: ReactNode) => act(async () => root.render(next));
  await draw(page);
  const button = (id: string) => place.querySelector<HTMLButtonElement>(`#${id}`)!;
  const press = (id: string) => act(async () => button(id).click());
  const waits = (id: string) => button(id).getAttribute("aria-disabled") === "true";
  return { place, draw, button, press, waits };
}

const publishing = held();
const cancelling = held();

function TwoActs({ hasPublish = true }: { hasPublish?: boolean }) {
  return (
    <OneAtATime>
      {hasPublish ? (
        <Form action={publishing.action}>
          <SubmitButton id="publish" busy="Publishing…">
            Publish
          </SubmitButton>
        </Form>
      ) : null}
      <Form action={cancelling.action}>
        <input name="why" />
        <SubmitButton id="cancel">Cancel</SubmitButton>
      </Form>
    </OneAtATime>
  );
}

it("while one act is under way the opposite one waits, by mouse and by key, and can be pressed once it is over", async () => {
  const { press, waits, button } = await show(<TwoActs />);
  for (const end of [
    () => publishing.answer({ ok: true }),
    () => publishing.answer({ ok: false, message: "No." }),
    () => publishing.lose(),
  ]) {
    expect(waits("cancel")).toBe(false);
    await press("publish");
    expect([button("publish").textContent, waits("publish"), waits("cancel")]).toEqual([
      "Publishing…",
      true,
      true,
    ]);
    expect([button("cancel").textContent, button("cancel").disabled]).toEqual(["Cancel", false]);
    // By Enter in a field, browsers click the form's button.
    await press("cancel");
    await press("publish");
    expect(cancelling.action).not.toHaveBeenCalled();
    await end();
    expect([button("publish").textContent, waits("publish"), waits("cancel")]).toEqual([
      "Publish",
      false,
      false,
    ]);
  }
  expect(publishing.action).toHaveBeenCalledTimes(3);
  await press("cancel");
  expect(cancelling.action).toHaveBeenCalledTimes(1);
  expect(waits("publish")).toBe(true);
  await cancelling.answer({ ok: true });
  expect(waits("publish")).toBe(false);
});

it("a form that is gone from the page, as after it led elsewhere, holds nothing back any more", async () => {
  const { press, waits, draw } = await show(<TwoActs />);
  await press("publish");
  expect(waits("cancel")).toBe(true);
  await draw(<TwoActs hasPublish={false} />);
  expect(waits("cancel")).toBe(false);
  await publishing.answer(null);
});

it("an answer that never comes holds the others back for a while only, and then the form says what helps", async () => {
  const { place, press, waits } = await show(<TwoActs />);
  const said = () => place.querySelector("[role=alert]")?.textContent.trim();
  vi.useFakeTimers();
  await press("publish");
  expect(waits("cancel")).toBe(true);
  await act(async () => vi.advanceTimersByTime(29_999));
  expect(said()).toBeUndefined();
  await act(async () => vi.advanceTimersByTime(1));
  vi.useRealTimers();
  expect([waits("publish"), waits("cancel")]).toEqual([true, false]);
  expect(said()).toBe(
    "Not answered yet. To do something else, load the page anew; look first whether this was done.",
  );
  await publishing.answer({ ok: true });
  expect(said()).toBeUndefined();
  expect([waits("publish"), waits("cancel")]).toEqual([false, false]);
  // What has ended is not ended twice.
  await press("publish");
  expect(waits("cancel")).toBe(true);
  await publishing.answer({ ok: true });
});

it("a row of a list is a thing of its own, and waits for what is done around the list", async () => {
  const { action, answer } = held();
  const row = (id: string) => (
    <OneAtATime key={id}>
      <Form action={action}>
        <SubmitButton id={id}>Confirm</SubmitButton>
      </Form>
      <Form action={action}>
        <SubmitButton id={`${id}-not`}>Reject</SubmitButton>
      </Form>
    </OneAtATime>
  );
  const { press, waits } = await show(
    <OneAtATime>
      {["one", "two"].map(row)}
      <Form action={publishing.action}>
        <SubmitButton id="publish">Publish</SubmitButton>
      </Form>
      <form>
        <AskButton>Show</AskButton>
      </form>
    </OneAtATime>,
  );
  await press("one");
  expect(["one", "one-not", "two", "two-not"].map(waits)).toEqual([true, true, false, false]);
  await answer({ ok: true });
  expect(["one", "one-not"].map(waits)).toEqual([false, false]);
  await press("publish");
  expect(["one", "one-not", "two", "two-not"].map(waits)).toEqual([true, true, true, true]);
  // Nobody leads elsewhere either: the page would be gone before the answer.
  const ask = document.querySelector<HTMLButtonElement>("button:not([id])")!;
  const asked = vi.fn((event: Event) => event.preventDefault());
  ask.form!.addEventListener("submit", asked);
  await act(async () => ask.click());
  expect([ask.getAttribute("aria-disabled"), asked.mock.calls.length]).toEqual(["true", 0]);
  await publishing.answer({ ok: true });
  expect(["one", "one-not", "two", "two-not"].map(waits)).toEqual([false, false, false, false]);
  await act(async () => ask.click());
  expect(asked).toHaveBeenCalledTimes(1);
});

it("of a form's buttons only the one that was pressed says that it is under way, also by a key", async () => {
  const { action, answer } = held();
  const { place, press, button } = await show(
    <Form action={action}>
      <SubmitButton id="save">Save the keys</SubmitButton>
      <SubmitButton id="usual" name="asUsual" value="yes">
        Back to the usual keys
      </SubmitButton>
      <SubmitButton id="same">Save and close</SubmitButton>
    </Form>,
  );
  const said = () => ["save", "usual", "same"].map((id) => button(id).textContent);
  for (const [id, words] of [
    ["save", ["Saving…", "Back to the usual keys", "Save and close"]],
    ["usual", ["Save the keys", "Saving…", "Save and close"]],
    ["same", ["Save the keys", "Back to the usual keys", "Saving…"]],
  ] as const) {
    await press(id);
    expect(said()).toEqual(words);
    await answer({ ok: true });
  }
  await act(async () => place.querySelector("form")!.requestSubmit());
  expect(said()).toEqual(["Saving…", "Back to the usual keys", "Save and close"]);
  await answer({ ok: true });
});
