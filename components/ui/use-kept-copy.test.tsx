// @vitest-environment jsdom
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SubmitButton } from "./button";
import { CheckField } from "./choice";
import { HiddenField } from "./field";
import { Form } from "./form";
import type { FormAction } from "./form-state";
import { TextAreaField } from "./text-area";
import { noteSafe, noteSent } from "./use-kept-copy";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
  document.body.replaceChildren();
});

const kept = () => Object.entries({ ...localStorage }).map(([key, value]) => `${key} ${value}`);

const nothing: FormAction = async () => null;

async function show(form: ReactNode) {
  const place = document.body.appendChild(document.createElement("div"));
  place.dataset.account = "ann";
  const root = createRoot(place);
  await act(async () => root.render(form));
  return { place, close: () => act(async () => root.unmount()) };
}

/** A form of the desk with one field, which says `stored`, as the desk has it in this version, or as it was read. */
async function open(stored: string, version: number | string = 1, action = nothing) {
  const ofRead = typeof version === "number" ? "version" : "asRead";
  const { place, close } = await show(
    <Form action={action} keep="comment:1">
      <HiddenField name={ofRead} value={version} />
      <TextAreaField name="text" label="Text" defaultValue={stored} />
      <SubmitButton>Save</SubmitButton>
    </Form>,
  );
  const form = place.querySelector("form")!;
  const field = place.querySelector("textarea")!;
  const type = (words: string) =>
    act(async () => {
      field.value = words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      vi.advanceTimersByTime(400);
    });
  const read = () => form.querySelector<HTMLInputElement>(`[name=${ofRead}]`)!.value;
  const send = () => act(async () => form.querySelector<HTMLButtonElement>("[type=submit]")!.click());
  return { form, field, type, read, send, close };
}

it("words over which a conflict was shown are put back over the version they were written against", async () => {
  const conflict = [{ field: "text", mine: "Mine", theirs: "Theirs" }];
  const stale: FormAction = async () => ({ ok: false, conflict, values: { text: "Mine", version: "2" } });
  const { type, send, read, close } = await open("Before", 1, stale);
  await type("Mine");
  await send();
  // Sent once more, it is saved over theirs: that was seen.
  expect(read()).toBe("2");
  await type("Mine, written on");
  await close();
  const again = await open("Theirs", 2);
  expect([again.field.value, again.read()]).toEqual(["Mine, written on", "1"]);
});

it("the same of what has no versions: they are put back over what was read of it", async () => {
  const conflict = [{ field: "text", mine: "Mine", theirs: "Theirs" }];
  const values = { text: "Mine", asRead: `{"text":"Theirs"}` };
  const stale: FormAction = async () => ({ ok: false, conflict, values });
  const { type, send, read, close } = await open("Before", `{"text":"Before"}`, stale);
  await type("Mine");
  await send();
  expect(read()).toBe(values.asRead);
  await type("Mine, written on");
  await close();
  const again = await open("Theirs", values.asRead);
  expect([again.field.value, again.read()]).toEqual(["Mine, written on", `{"text":"Before"}`]);
});

it("what was ticked for one thing comes back unticked over another, with the words and a line that says so", async () => {
  const ofHash = (hash: string) =>
    show(
      <Form key={hash} action={nothing} keep="sign:1" ticksAreFor={hash}>
        <CheckField name="override.a" label="Although" />
        <TextAreaField name="reason.a" label="Reason" />
        <SubmitButton>Sign</SubmitButton>
      </Form>,
    );
  const stands = (place: HTMLElement) => [
    place.querySelector<HTMLInputElement>("[type=checkbox]")!.checked,
    place.querySelector("textarea")!.value,
    place.textContent.includes("what you ticked is not ticked any more"),
  ];
  const first = await ofHash("h1");
  await act(async () => {
    first.place.querySelector<HTMLInputElement>("[type=checkbox]")!.click();
    first.place.querySelector("textarea")!.value = "Asked twice";
    first.place.querySelector("form")!.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await first.close();
  const same = await ofHash("h1");
  expect(stands(same.place)).toEqual([true, "Asked twice", false]);
  await same.close();
  expect(stands((await ofHash("h2")).place)).toEqual([false, "Asked twice", true]);
});

it("words put back over what was sent from here before the page was lost are no conflict", async () => {
  const { form, type, close } = await open("Before");
  await type("One two");
  noteSent(form);
  await type("One two three");
  await close();
  const again = await open("One two", 2);
  expect([again.field.value, again.read()]).toEqual(["One two three", "2"]);
});

it("words put back over somebody else's are a conflict, whatever was sent from here", async () => {
  const { form, type, close } = await open("Before");
  await type("One two");
  noteSent(form);
  await type("One two three");
  await close();
  expect((await open("Theirs", 2)).read()).toBe("1");
});

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
