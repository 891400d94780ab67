// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, it, vi } from "vitest";
import { AsksFirst } from "./asks-first";
import { SubmitButton } from "./button";
import { Form } from "./form";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const besides = "A change to what readers will see cancels the publication scheduled for Sunday.";
const action = vi.fn(async () => null);
const scrollTo = vi.fn();
Element.prototype.scrollIntoView = scrollTo;

beforeEach(() => action.mockClear());

async function show(sentence: string | null) {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <AsksFirst besides={sentence}>
        <Form action={action} id="f">
          <SubmitButton name="mark" value="confirmed">
            Confirmed
          </SubmitButton>
        </Form>
      </AsksFirst>,
    ),
  );
  const button = place.querySelector("button")!;
  return {
    button,
    alert: () => place.querySelector("[role=alert]")?.textContent ?? "",
    isAlerting: () => place.querySelector("[role=alert]") !== null,
    press: () => act(async () => button.click()),
  };
}

it("an act that does more than it says names that beside its button, asks at the first press and is done at the second", async () => {
  const { button, alert, press } = await show(besides);
  expect(document.getElementById(button.getAttribute("aria-describedby")!)?.textContent).toBe(besides);
  await press();
  expect(action).not.toHaveBeenCalled();
  expect(alert()).toBe("Nothing was done yet. To do it all the same, press again.");
  expect(scrollTo).toHaveBeenCalledWith({ block: "nearest" });
  await press();
  expect(action).toHaveBeenCalledTimes(1);
});

it("has nothing to alert anybody of before it was pressed: what is folded stays folded", async () => {
  const { alert, isAlerting } = await show(besides);
  expect([alert(), isAlerting()]).toEqual(["", false]);
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
