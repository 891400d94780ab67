// @vitest-environment jsdom
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { SelectionToolbar } from "@/components/articles/selection-toolbar";
import { MentionField } from "@/components/comments/mention-field";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const drawn = async (children: ReactNode) => {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () => createRoot(place).render(children));
  return place.querySelector("textarea")!;
};

/** Presses a key, and says whether it stayed the input method's. */
const press = async (field: HTMLElement, key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  await act(async () => void field.dispatchEvent(event));
  return !event.defaultPrevented;
};
const composing: KeyboardEventInit[] = [{ isComposing: true }, { keyCode: 229 }];

it.each(composing)("a word that is put together (%j) makes no claim and closes nothing", async (how) => {
  const [onCreate, onClose] = [vi.fn(), vi.fn()];
  const quote = { exact: "七隻", start: 0, end: 2, prefix: "", suffix: "" };
  const field = await drawn(
    <SelectionToolbar
      {...{ quote, onCreate, onClose, claims: [], claim: null, target: "", captureId: "c1" }}
      {...{ onTarget: () => undefined, onLog: null, isSending: false, isBegun: true }}
      place={{ top: 0, bottom: 0 } as never}
    />,
  );
  expect(await press(field, "Enter", how)).toBe(true);
  await press(field, "Escape", how);
  expect([onCreate.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 0]);
  expect(await press(field, "Enter")).toBe(false);
  await press(field, "Escape");
  expect([onCreate.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1]);
});

it.each(composing)("a word that is put together (%j) picks nobody", async (how) => {
  const people = [{ id: "1", name: "金子 花" }];
  const field = await drawn(<MentionField name="text" label="Comment" people={people} />);
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")!.set!;
  setValue.call(field, "@金");
  field.setSelectionRange(2, 2);
  await act(async () => void field.dispatchEvent(new Event("input", { bubbles: true })));
  for (const key of ["Enter", "Escape", "ArrowDown"]) expect(await press(field, key, how)).toBe(true);
  expect(field.value).toBe("@金");
  await press(field, "Enter");
  expect(field.value).toBe("@金子 花 ");
});
