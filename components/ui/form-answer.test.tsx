// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { SubmitButton } from "./button";
import { Form } from "./form";
import { TextField } from "./field";
import type { FormAction, FormState } from "./form-state";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

afterEach(() => document.body.replaceChildren());

const refuse: FormAction = async () => ({ ok: false, message: "Nothing was saved." });

it("without a network a form of several buttons says which of them did nothing", async () => {
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <Form action={refuse}>
        <SubmitButton>Publish</SubmitButton>
        <SubmitButton id="later">Sign for later</SubmitButton>
      </Form>,
    ),
  );
  await act(async () => place.querySelector<HTMLElement>("#later")!.click());
  expect(place.querySelector("[role=alert]")!.textContent).toBe(
    "You are offline. “Sign for later” was not sent. Try again once you are back.",
  );
  onLine.mockRestore();
});

/** A form of two steps, each with a button of its own, and what its answer stands right after, or right before. */
async function openSteps(answer: FormState) {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <Form action={async () => structuredClone(answer)} id="f">
        <TextField name="text" label="Text" />
        <div data-row="now">
          <SubmitButton>Publish</SubmitButton>
        </div>
        <TextField name="at" label="When" />
        <div data-row="later">
          <SubmitButton>Schedule</SubmitButton>
        </div>
      </Form>,
    ),
  );
  const press = (button: number) => act(async () => place.querySelectorAll("button")[button]!.click());
  const box = () => place.querySelector("#f-answer")!;
  const rowBefore = () => box().parentElement!.previousElementSibling?.getAttribute("data-row");
  const rowAfter = () => box().parentElement!.nextElementSibling?.getAttribute("data-row");
  return { place, press, box, rowBefore, rowAfter };
}

it("stands below the button that was pressed, and has the focus, so that both are in sight", async () => {
  const { press, box, rowBefore } = await openSteps({ ok: false, message: "No." });
  await press(0);
  expect([rowBefore(), document.activeElement]).toEqual(["now", box()]);
  await press(1);
  expect([rowBefore(), document.activeElement]).toEqual(["later", box()]);
  expect(document.querySelectorAll(".answer-place")).toHaveLength(1);
});

it("two versions stand above the button that saves what is chosen of them", async () => {
  const conflict = [{ field: "text", mine: "a", theirs: "b" }];
  const { press, rowAfter } = await openSteps({ ok: false, message: "Both.", conflict });
  await press(1);
  expect(rowAfter()).toBe("later");
});

it("what one field says is not said to the eye again: the box says what did not happen, and leads there", async () => {
  const issue = { code: "short", field: "text", message: "Write at least one word." };
  const { place, press, box } = await openSteps({ ok: false, issues: [issue], values: { text: "" } });
  await press(0);
  expect(place.querySelector("#f-text-error")!.textContent).toBe(issue.message);
  const unseen = box().querySelector(".sr-only")!;
  expect(unseen.textContent).toContain(issue.message);
  unseen.remove();
  expect(box().textContent).toBe("This was not saved. See why");
  expect(box().querySelector("a")!.hash).toBe("#f-text");
});

it("what no field says is said in the box", async () => {
  const issue = { code: "odd", field: "elsewhere", message: "It is odd." };
  const { press, box } = await openSteps({ ok: false, issues: [issue], values: { text: "" } });
  await press(0);
  expect([box().textContent, box().querySelector(".sr-only")]).toEqual([
    "This was not saved.It is odd.",
    null,
  ]);
});

it("a button without words of its own is called by what it is heard as", async () => {
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <Form action={refuse}>
        <SubmitButton aria-label="Confirm Reuters">Confirm</SubmitButton>
        <SubmitButton aria-label="Reject Reuters">Reject</SubmitButton>
      </Form>,
    ),
  );
  await act(async () => place.querySelectorAll("button")[1]!.click());
  expect(place.querySelector("[role=alert]")!.textContent).toContain("“Reject Reuters” was not sent");
  onLine.mockRestore();
});
