// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { SubmitButton } from "./button";
import { CheckField } from "./choice";
import { TextField } from "./field";
import { Form } from "./form";
import type { FormAction } from "./form-state";
import { SelectField } from "./select";
import { NewsroomZone } from "./newsroom-zone";
import { TextAreaField } from "./text-area";
import { TimeField } from "./time-field";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const refuse: FormAction = async (_state, form) => ({
  ok: false,
  message: "This was not saved.",
  issues: [{ code: "short", field: "text", message: "Write one sentence.", label: "Text" }],
  values: {
    text: String(form.get("text")),
    kind: String(form.get("kind")),
    who: String(form.get("who")),
    ids: form.getAll("ids").join(","),
  },
});

async function sendForm() {
  const place = document.body.appendChild(document.createElement("div"));
  const options = [
    { value: "so", label: "So" },
    { value: "said", label: "Said" },
  ];
  await act(async () =>
    createRoot(place).render(
      <Form action={refuse} id="f">
        <TextAreaField name="text" label="Text" />
        <SelectField name="kind" label="Kind" options={options} defaultValue="so" />
        <TextField name="who" label="Who" defaultValue="nobody" />
        <CheckField name="ids" value="a" label="A" defaultChecked />
        <CheckField name="ids" value="b" label="B" />
        <SubmitButton>Save</SubmitButton>
      </Form>,
    ),
  );
  const field = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
  field<HTMLTextAreaElement>("f-text").value = "Hm";
  field<HTMLSelectElement>("f-kind").value = "said";
  field<HTMLInputElement>("f-who").value = "Kim";
  field<HTMLInputElement>("f-ids-a").checked = false;
  field<HTMLInputElement>("f-ids-b").checked = true;
  await act(async () => place.querySelector("button")?.click());
  return field;
}

it("loses nothing that was typed when it is refused, says what is wrong beside the field, and takes the focus", async () => {
  const field = await sendForm();
  expect(field<HTMLTextAreaElement>("f-text").value).toBe("Hm");
  expect(field<HTMLSelectElement>("f-kind").value).toBe("said");
  expect(field<HTMLInputElement>("f-who").value).toBe("Kim");
  expect(field<HTMLInputElement>("f-ids-a").checked).toBe(false);
  expect(field<HTMLInputElement>("f-ids-b").checked).toBe(true);

  expect(field("f-text").getAttribute("aria-invalid")).toBe("true");
  expect(field("f-text").getAttribute("aria-describedby")).toBe("f-text-error");
  expect(field("f-text-error").textContent).toBe("Write one sentence.");
  expect(document.activeElement?.getAttribute("role")).toBe("alert");
  const said = document.activeElement?.querySelector("a");
  expect([said?.getAttribute("href"), said?.textContent]).toEqual(["#f-text", "Text: Write one sentence."]);
});

it("offers both of a time that the clocks show twice, beside what was typed, and keeps the one that was chosen", async () => {
  const action: FormAction = async (_state, form) => ({
    ok: false,
    message: "This was not saved.",
    issues: [{ code: "time-twice", field: "at", message: "It comes twice." }],
    values: { at: String(form.get("at")), "at.which": String(form.get("at.which") ?? "") },
  });
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <NewsroomZone timeZone="Europe/Kyiv">
        <Form action={action} id="twice">
          <TimeField name="at" label="When" />
          <SubmitButton>Save</SubmitButton>
        </Form>
      </NewsroomZone>,
    ),
  );
  const typed = () => place.querySelector<HTMLInputElement>("input[name=at]")!;
  const choices = () => [...place.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const send = () => act(async () => place.querySelector("button")?.click());
  expect(choices()).toHaveLength(0);
  typed().value = "2024-10-27T03:30";
  await send();
  expect(typed().value).toBe("2024-10-27T03:30");
  expect(choices().map(({ value, parentElement }) => `${value} ${parentElement!.textContent}`)).toEqual([
    "2024-10-27T00:30:00.000Z 03:30 summer time (UTC+3)",
    "2024-10-27T01:30:00.000Z 03:30 winter time (UTC+2)",
  ]);
  choices()[1]!.click();
  await send();
  expect(choices().map(({ checked }) => checked)).toEqual([false, true]);
});

it.each([
  ["Nothing was saved.", false, 1],
  ["Your session has ended; what you wrote is still here.", false, 0],
  ["This code is wrong.", true, 0],
])(
  "after %j (only a secret was asked for: %s) it promises %i times that what was typed is kept",
  async (message, asksSecretOnly, times) => {
    const place = document.body.appendChild(document.createElement("div"));
    const refuseWith: FormAction = async () => ({ ok: false, message, values: {} });
    await act(async () =>
      createRoot(place).render(
        <Form action={refuseWith} asksSecretOnly={asksSecretOnly}>
          <SubmitButton>Save</SubmitButton>
        </Form>,
      ),
    );
    await act(async () => place.querySelector("button")?.click());
    const said = place.querySelector("[role=alert]")?.textContent ?? "";
    expect(said).toContain(message);
    expect(said.split("What you typed is still here.").length - 1).toBe(times);
  },
);

it("says where to sign in when the session has ended, in a tab of its own", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const over: FormAction = async () => ({ ok: false, message: "Your session has ended.", isSignedOut: true });
  await act(async () =>
    createRoot(place).render(
      <Form action={over}>
        <SubmitButton>Save</SubmitButton>
      </Form>,
    ),
  );
  await act(async () => place.querySelector("button")?.click());
  const link = place.querySelector<HTMLAnchorElement>("[role=alert] a")!;
  expect([link.textContent, link.target, link.rel]).toEqual(["Sign in in another tab", "_blank", "noopener"]);
  expect(link.getAttribute("href")).toBe("/sign-in?from=/sign-in/done");
});

it.each([
  [undefined, "The desk did not answer. It is not certain that this was saved"],
  ["You are not signed in yet.", "The desk did not answer. You are not signed in yet."],
])("when no answer comes it says what is known of it (not done: %s)", async (notDone, words) => {
  const place = document.body.appendChild(document.createElement("div"));
  const lost: FormAction = async () => {
    throw new TypeError("Failed to fetch");
  };
  await act(async () =>
    createRoot(place).render(
      <Form action={lost} {...(notDone ? { notDone } : {})}>
        <SubmitButton>Send</SubmitButton>
      </Form>,
    ),
  );
  await act(async () => place.querySelector("button")?.click());
  expect(place.querySelector("[role=alert]")?.textContent).toContain(words);
});
