// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import { AsksFirst, SaysBesides } from "./asks-first";
import { SubmitButton } from "./button";
import { CheckField, CheckGroup } from "./choice";
import { TextField } from "./field";
import { Form } from "./form";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const besides = "A change to what readers will see cancels the publication scheduled for Sunday.";
const action = vi.fn(async (_state: unknown, _form: FormData) => null);
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
          <SubmitButton name="mark" value="disputed">
            Disputed
          </SubmitButton>
        </Form>
      </AsksFirst>,
    ),
  );
  const [button, other] = place.querySelectorAll("button") as unknown as [
    HTMLButtonElement,
    HTMLButtonElement,
  ];
  return {
    button,
    other,
    alert: () => place.querySelector("[role=alert]")?.textContent ?? "",
    isAlerting: () => place.querySelector("[role=alert]") !== null,
    press: () => act(async () => button.click()),
  };
}

it("an act that does more than it says is described by that, says it at the first press, which asks, and is done at the second", async () => {
  const { button, alert, press } = await show(besides);
  const said = document.getElementById(button.getAttribute("aria-describedby")!)!;
  const isHidden = () => said.closest(".hidden") !== null;
  expect([said.textContent, isHidden()]).toEqual([besides, true]);
  await press();
  expect(isHidden()).toBe(false);
  expect(action).not.toHaveBeenCalled();
  expect(alert()).toBe("Nothing was done yet. To do it all the same, press again.");
  expect(scrollTo).toHaveBeenCalledWith({ block: "nearest" });
  await press();
  expect(action).toHaveBeenCalledTimes(1);
});

it("says once above the forms what each of them does besides, and nothing where nothing comes of it", () => {
  expect(renderToStaticMarkup(<SaysBesides besides={besides} />)).toContain(`>${besides}</p>`);
  expect(renderToStaticMarkup(<SaysBesides besides={null} />)).toBe("");
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

/** A press of Enter as a browser does it: the key, and unless somebody held that back, the button. */
const pressEnter = (button: HTMLButtonElement, isRepeat: boolean) =>
  act(async () => {
    const key = new KeyboardEvent("keydown", {
      ...{ key: "Enter", repeat: isRepeat, bubbles: true, cancelable: true },
    });
    if (button.dispatchEvent(key)) button.click();
  });

/** The click that is the `count`th of a quick row of clicks. */
const click = (button: HTMLButtonElement, count: number) =>
  act(
    async () =>
      void button.dispatchEvent(new MouseEvent("click", { detail: count, bubbles: true, cancelable: true })),
  );

it("a key that is held down answers no question, and the next press of it does", async () => {
  const { button, alert } = await show(besides);
  await pressEnter(button, false);
  for (let times = 0; times < 3; times += 1) await pressEnter(button, true);
  expect([action.mock.calls.length, alert()]).toEqual([0, expect.stringContaining("press again")]);
  await pressEnter(button, false);
  expect(action).toHaveBeenCalledTimes(1);
});

it("the rest of a double click answers no question, and the next click does", async () => {
  const { button, alert } = await show(besides);
  for (const count of [1, 2, 3]) await click(button, count);
  expect([action.mock.calls.length, alert()]).toEqual([0, expect.stringContaining("press again")]);
  await click(button, 1);
  expect(action).toHaveBeenCalledTimes(1);
});

it("where nothing is asked, a held key and a double click do what they do elsewhere", async () => {
  const { button } = await show(null);
  await pressEnter(button, true);
  await click(button, 2);
  expect(action).toHaveBeenCalledTimes(2);
});

it("a button that comes into the form meanwhile does not make the second press another one", async () => {
  const { button, press } = await show(besides);
  await press();
  button.before(Object.assign(document.createElement("button"), { type: "button" }));
  await press();
  expect(action).toHaveBeenCalledTimes(1);
});

it("another button pressed in between is asked of anew, and does not answer for the first", async () => {
  const { other, press } = await show(besides);
  await press();
  await click(other, 1);
  await press();
  expect(action).not.toHaveBeenCalled();
  await press();
  expect(action.mock.calls.map(([, form]) => form.get("mark"))).toEqual(["confirmed"]);
});

it("what is not given yet is told before anybody is asked, beside its field, and blanks are nothing", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <AsksFirst besides={besides}>
        <Form action={action} id="needs">
          <TextField name="label" label="Word" required />
          <CheckGroup name="marks" legend="Marks that fit" needsOne>
            <CheckField name="marks" value="a" label="A" />
          </CheckGroup>
          <SubmitButton>Add</SubmitButton>
          <SubmitButton formNoValidate>Show</SubmitButton>
        </Form>
      </AsksFirst>,
    ),
  );
  const word = place.querySelector<HTMLInputElement>("#needs-label")!;
  const alert = () => place.querySelector("[role=alert]")?.textContent ?? "";
  const press = () => act(async () => place.querySelector("button")!.click());
  word.value = "   ";
  await press();
  expect(alert()).toContain("Word: Write something here.");
  expect(alert()).toContain("Marks that fit: Choose one at least.");
  expect(alert()).not.toContain("press again");
  expect(place.querySelector("#needs-label-error")!.textContent).toBe("Write something here.");
  // What may be pressed with fields left empty is asked about as ever.
  await act(async () => place.querySelector<HTMLElement>("[formnovalidate]")!.click());
  expect(alert()).toBe("Nothing was done yet. To do it all the same, press again.");
  word.value = "Unclear";
  place.querySelector<HTMLInputElement>("#needs-marks-a")!.checked = true;
  await press();
  expect(alert()).toBe("Nothing was done yet. To do it all the same, press again.");
  expect(action).not.toHaveBeenCalled();
  await press();
  expect(action).toHaveBeenCalledTimes(1);
});
