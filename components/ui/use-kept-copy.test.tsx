// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Form } from "./form";
import { TextAreaField } from "./text-area";
import { noteSafe } from "./use-kept-copy";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
  document.body.replaceChildren();
});

const kept = () => Object.entries({ ...localStorage }).map(([key, value]) => `${key} ${value}`);

/** A form of the desk with one field, which says `stored`. */
async function open(stored: string) {
  const place = document.body.appendChild(document.createElement("div"));
  place.dataset.account = "ann";
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <Form action={async () => null} keep="comment:1">
        <TextAreaField name="text" label="Text" defaultValue={stored} />
      </Form>,
    ),
  );
  const form = place.querySelector("form")!;
  const field = place.querySelector("textarea")!;
  const type = (words: string) =>
    act(async () => {
      field.value = words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      vi.advanceTimersByTime(400);
    });
  return { form, field, type, close: () => act(async () => root.unmount()) };
}

it("keeps nothing of a form whose words were saved after it was gone from the page", async () => {
  const { form, type, close } = await open("");
  await type("Left at once");
  await close();
  expect(kept().join()).toContain("Left at once");
  noteSafe(form);
  expect(kept()).toEqual([]);
});

it("keeps what was taken out again since it was saved, also when the page was opened without it", async () => {
  const { form, type, close } = await open("");
  await type("Wrong");
  noteSafe(form);
  await type("");
  expect(kept()).toHaveLength(1);
  await close();
  const { field } = await open("Wrong");
  expect(field.value).toBe("");
});

it("forgets a copy that says what the desk has", async () => {
  const before = await open("");
  await before.type("Saved since");
  await before.close();
  await open("Saved since");
  expect(kept()).toEqual([]);
});

it("keeps the words of two tabs side by side, and gives back each", async () => {
  const { form, type, close } = await open("");
  await type("Ours");
  const key = form.dataset.keptAt!;
  const theirs = JSON.stringify({ at: new Date().toISOString(), fields: [["text", "Theirs"]] });
  const change = (newValue: string | null, oldValue: string | null) => {
    if (newValue === null) localStorage.removeItem(key);
    else localStorage.setItem(key, newValue);
    window.dispatchEvent(new StorageEvent("storage", { key, newValue, oldValue }));
  };
  change(theirs, localStorage.getItem(key));
  expect(kept().join()).toMatch(/Theirs[^]*Ours|Ours[^]*Theirs/);
  change(null, theirs);
  await close();
  expect((await open("")).field.value).toBe("Ours");
});

it("does not keep words for a second time that another tab has sent as they are", async () => {
  const { form, type } = await open("");
  await type("The same");
  const key = form.dataset.keptAt!;
  const oldValue = localStorage.getItem(key);
  localStorage.removeItem(key);
  window.dispatchEvent(new StorageEvent("storage", { key, newValue: null, oldValue }));
  expect(kept()).toEqual([]);
});
