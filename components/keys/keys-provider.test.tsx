// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { noteDone, undoOffer } from "@/components/ui/undo-store";
import { pageOfField } from "@/lib/core/held-form";
import { KeySwitch } from "./key-switch";
import { KeysProvider } from "./keys-provider";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

it("the switch is set for whoever opened the page, and is what is offered to be taken back in place of what was done before it", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  place.dataset.account = "ann";
  const sent: [string, FormDataEntryValue][][] = [];
  const undo = { words: "Single keys switched off.", act: "take-back", fields: { entryId: "e1" } } as const;
  const answers = [{ ok: false }, { ok: true, undo }];
  const save = async (_state: unknown, form: FormData) => {
    sent.push([...form]);
    return answers[sent.length - 1]!;
  };
  await act(async () =>
    createRoot(place).render(
      <KeysProvider save={save}>
        <KeySwitch />
      </KeysProvider>,
    ),
  );
  await act(async () => noteDone({ undo: { words: "Moved.", act: "take-back", fields: {} } }));
  const box = place.querySelector("input")!;
  await act(async () => box.click());
  expect([box.checked, undoOffer()?.words]).toEqual([true, "Moved."]);
  await act(async () => box.click());
  expect([box.checked, undoOffer()?.words]).toEqual([false, undo.words]);
  expect(sent).toEqual(
    Array(2).fill([
      ["isOn", "false"],
      [pageOfField, "ann"],
    ]),
  );
});
