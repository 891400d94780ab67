// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it } from "vitest";
import { SubmitButton } from "./button";
import { CheckField, CheckGroup, RadioField } from "./choice";
import { TextField } from "./field";
import { Form } from "./form";
import type { FormAction } from "./form-state";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

afterEach(() => document.body.replaceChildren());

it("each line of a refusal leads to its field, also to a group of which nothing was chosen and to a password; a group is marked as a field is", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const issue = (field: string) =>
    ({ code: "missing", field, message: "This is missing.", isOfField: true }) as const;
  const refuseAll: FormAction = async () => ({
    ok: false,
    message: "This was not saved.",
    issues: [issue("kind"), issue("marks"), issue("password")],
    values: { text: "Hm" },
  });
  await act(async () =>
    createRoot(place).render(
      <Form action={refuseAll} id="groups">
        <RadioField name="kind" legend="What it says" options={[{ value: "a", label: "A" }]} />
        <CheckGroup name="marks" legend="Marks">
          <CheckField name="marks" value="m" label="M" />
        </CheckGroup>
        <TextField name="password" type="password" label="Password" />
        <SubmitButton>Save</SubmitButton>
      </Form>,
    ),
  );
  await act(async () => place.querySelector("button")?.click());
  const led = [...place.querySelectorAll("[role=alert] a")].map((link) => link.getAttribute("href")!);
  expect(led).toEqual(["#groups-kind", "#groups-marks", "#groups-password"]);
  for (const href of led) {
    const field = place.querySelector<HTMLElement>(href)!;
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(place.querySelector(`[id="${field.getAttribute("aria-describedby")}"]`)!.textContent).toBe(
      "This is missing.",
    );
    field.focus();
    expect(document.activeElement).toBe(field);
  }
});
