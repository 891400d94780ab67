// @vitest-environment jsdom
import { act, type ComponentProps } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { SubmitButton } from "./button";
import { CheckField } from "./choice";
import { TextField } from "./field";
import { Form } from "./form";
import type { FormAction } from "./form-state";
import { SelectField } from "./select";
import { NewsroomZone } from "./newsroom-zone";
import { TextAreaField } from "./text-area";
import { TimeField } from "./time-field";
import { noteSafe } from "./use-kept-copy";

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
  expect([said?.getAttribute("href"), said?.textContent]).toEqual(["#f-text", "See why"]);
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

/** A form with one field of each kind whose action answers as it is told; `fill` does something in it as a person would. */
async function refusedForm(action: FormAction, props: Partial<ComponentProps<typeof Form>> = {}) {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const form = (
    <Form action={action} {...props}>
      <TextField name="who" label="Who" />
      <TextField name="password" type="password" label="Password" />
      <TextField name="file" type="file" label="File" />
      <CheckField name="sure" label="Sure" />
      <SubmitButton>Save</SubmitButton>
    </Form>
  );
  await act(async () => root.render(form));
  const field = (name: string) => place.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  const input = (name: string) =>
    act(async () => void field(name).dispatchEvent(new Event("input", { bubbles: true })));
  const type = (name: string, words: string) => {
    field(name).value = words;
    return input(name);
  };
  const send = () => act(async () => place.querySelector<HTMLElement>("button[type=submit]")?.click());
  return {
    place,
    field,
    input,
    type,
    send,
    said: () => place.querySelector("[role=alert]")?.textContent ?? "",
  };
}

const refuseWith =
  (message: string): FormAction =>
  async (_state, form) => ({ ok: false, message, values: { who: String(form.get("who")) } });

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
  ["something typed", "What you typed is still here.", { who: "Kim" }, []],
  ["something typed and taken out again", "", { who: " " }, []],
  ["nothing but a password", "", { password: "secret" }, []],
  ["a choice alone", "What you chose is still here.", {}, ["sure"]],
  ["a file alone", "Choose the file again.", {}, ["file"]],
  ["words and a file", "What you typed is still here; choose the file again.", { who: "Kim" }, ["file"]],
  ["nothing", "", {}, []],
])("a form refused with %s in it says: %j", async (_what, words, typed, chosen) => {
  const { type, input, send, place } = await refusedForm(refuseWith("Nothing was saved."));
  for (const [name, value] of Object.entries(typed)) await type(name, value);
  for (const name of chosen) await input(name);
  await send();
  const said = [...place.querySelectorAll("[role=alert] p")].map(({ textContent }) => textContent);
  expect(said).toEqual(["Nothing was saved.", ...(words ? [words] : [])]);
});

it.each([
  ["Your session has ended; what you wrote is still here.", {}],
  ["This code is wrong.", { asksSecretOnly: true }],
])("after %j nothing more is promised", async (message, props) => {
  const { type, send, said } = await refusedForm(refuseWith(message), props);
  await type("who", "Kim");
  await send();
  expect(said()).toBe(message);
});

it.each([
  [{}, "Whether this was saved is not certain: look in another tab before you send it again."],
  [
    { done: "published", shownAt: "the claim" },
    "Whether this was published is not certain: open the claim in another tab and look before you send it again.",
  ],
  [{ notDone: "You are not signed in yet." }, "You are not signed in yet. Try again in a moment."],
])("when no answer comes it says what is certain of it: %j", async (props, words) => {
  const lost: FormAction = async () => {
    throw new TypeError("Failed to fetch");
  };
  const { send, said } = await refusedForm(lost, props);
  await send();
  expect(said()).toBe(`The desk did not answer. ${words}`);
});

it("without a network nothing is sent, a password stays in its field too, and once back it is sent", async () => {
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const sent = vi.fn(refuseWith("Read it again."));
  const { type, send, said, field } = await refusedForm(sent);
  await type("who", "Kim");
  await type("password", "secret");
  await send();
  expect(said()).toBe(
    "You are offline. Nothing was sent. Try again once you are back.What you typed is still here.",
  );
  expect(sent).not.toHaveBeenCalled();
  expect([field("who").value, field("password").value]).toEqual(["Kim", "secret"]);

  onLine.mockReturnValue(true);
  await act(async () => void window.dispatchEvent(new Event("online")));
  expect(said()).toContain("You are back online. Nothing was sent yet: try again.");
  await send();
  expect(sent).toHaveBeenCalledTimes(1);
  expect(said()).toContain("Read it again.");
  onLine.mockRestore();
});

it("without a network both versions of a conflict stay in sight, with what was chosen of them", async () => {
  const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(true);
  const versions = ["2", "3"];
  const sent = vi.fn<FormAction>(async (_state, form) => {
    const who = String(form.get("who"));
    return {
      ok: false,
      message: "Both versions are below.",
      conflict: [{ field: "who", mine: who, theirs: `Theirs ${versions[0]}` }],
      values: { who, version: versions.shift()! },
    };
  });
  const { type, send, said, field, place } = await refusedForm(sent, { id: "both" });
  const button = (words: string) =>
    [...place.querySelectorAll("button")].find(({ textContent }) => textContent.includes(words))!;
  await type("who", "Mine");
  await send();
  await act(async () => button("Take theirs").click());
  onLine.mockReturnValue(false);
  await send();
  expect(said()).toMatch(/^You are offline\. Nothing was sent\..*Both versions are below\./);
  expect(place.querySelectorAll("[role=alert]")).toHaveLength(1);
  expect(document.activeElement).toBe(place.querySelector("[role=alert]"));
  expect(field("who").value).toBe("Theirs 2");
  expect(button("Take theirs").getAttribute("aria-pressed")).toBe("true");
  // A newer version of theirs is a new choice, of what is in the form by now.
  onLine.mockReturnValue(true);
  await send();
  expect(said()).toMatch(/^Both versions are below\./);
  expect(button("Keep mine").getAttribute("aria-pressed")).toBe("true");
  expect([sent.mock.calls.length, field("who").value]).toEqual([2, "Theirs 2"]);
  onLine.mockRestore();
});

it("a form whose words saved themselves says no more that they were refused, and its fields keep them", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <Form action={refuse} id="past">
        <TextAreaField name="text" label="Text" defaultValue="Stored" />
        <SubmitButton>Save</SubmitButton>
      </Form>,
    ),
  );
  const field = place.querySelector("textarea")!;
  field.value = "Hm";
  await act(async () => place.querySelector("button")!.click());
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await act(async () => noteSafe(place.querySelector("form")!));
  expect(place.querySelector("[role=alert]")).toBeNull();
  expect([field.value, field.getAttribute("aria-invalid"), place.textContent]).toEqual([
    "Hm",
    null,
    expect.not.stringContaining("Write one sentence."),
  ]);
  // Refused once more, it is said once more.
  await act(async () => place.querySelector("button")!.click());
  expect(place.querySelector("[role=alert]")!.textContent).toContain("Write one sentence.");
});
