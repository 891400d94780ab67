// @vitest-environment jsdom
import { act, use } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { SubmitButton } from "./button";
import { Form, useFormAnswer } from "./form";
import type { FormAction } from "./form-state";
import { undoOffer } from "./undo-store";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

it("its button no longer says that it is saving once the notice says that it is saved, though the page is still on its way", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const onItsWay = new Promise<never>(() => undefined);
  const Shown = () => (useFormAnswer()?.ok ? use(onItsWay) : null);
  const answers: ((answer: Awaited<ReturnType<FormAction>>) => void)[] = [];
  await act(async () =>
    createRoot(place).render(
      <Form action={() => new Promise((answer) => answers.push(answer))}>
        <Shown />
        <SubmitButton>Save the draft</SubmitButton>
      </Form>,
    ),
  );
  const button = place.querySelector("button")!;
  await act(async () => button.click());
  expect(button.textContent).toBe("Saving…");
  const undo = { words: "Draft saved.", act: "take-back-draft", fields: {} } as const;
  await act(async () => answers.shift()!({ ok: true, undo }));
  expect(undoOffer()?.words).toBe("Draft saved.");
  // The form itself still waits for the page.
  expect(place.querySelector("form")!.getAttribute("aria-busy")).toBe("true");
  expect([button.textContent, button.getAttribute("aria-disabled")]).toEqual(["Save the draft", "true"]);
});
