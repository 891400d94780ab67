// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, it, vi } from "vitest";
import { AsksFirst } from "./asks-first";
import { SubmitButton } from "./button";
import { Form } from "./form";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const besides = "This cancels the publication scheduled for Sunday.";
const action = vi.fn(async () => null);

beforeEach(() => action.mockClear());

async function show(sentence: string | null) {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <AsksFirst besides={sentence}>
        <details>
          <summary>More</summary>
          <Form action={action} id="f">
            <SubmitButton name="mark" value="confirmed">
              Confirmed
            </SubmitButton>
          </Form>
        </details>
      </AsksFirst>,
    ),
  );
  const button = place.querySelector("button")!;
  return {
    place,
    button,
    alert: () => place.querySelector("[role=alert]")?.textContent ?? "",
    press: () => act(async () => button.click()),
  };
}

it("an act that does more than it says names that beside its button, asks at the first press and is done at the second", async () => {
  const { place, button, alert, press } = await show(besides);
  expect(document.getElementById(button.getAttribute("aria-describedby")!)?.textContent).toBe(besides);
  await press();
  expect(action).not.toHaveBeenCalled();
  expect(alert()).toBe("Nothing was done yet. To do it all the same, press again.");
  // Pressed by a key while it was folded away: the question is in sight.
  expect(place.querySelector("details")!.open).toBe(true);
  await press();
  expect(action).toHaveBeenCalledTimes(1);
});

it("whoever leaves the form without pressing again is asked again", async () => {
  const { button, alert, press } = await show(besides);
  button.focus();
  await press();
  await act(async () => button.blur());
  expect(alert()).toBe("");
  await press();
  expect(action).not.toHaveBeenCalled();
});

it("asks nothing where nothing comes of it", async () => {
  const { button, press } = await show(null);
  expect(button.hasAttribute("aria-describedby")).toBe(false);
  await press();
  expect(action).toHaveBeenCalledTimes(1);
});
