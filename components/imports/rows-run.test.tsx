// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import type { FormState } from "@/components/ui/form-state";
import { OneAtATime } from "@/components/ui/one-at-a-time";
import { typedValues } from "@/lib/core/typed-values";
import { RowsRun } from "./rows-run";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

type Sent = {
  values: Record<string, string>;
  resolve: (state: FormState) => void;
  reject: (error: Error) => void;
};

let root: Root;
let place: HTMLElement;
let sent: Sent[];

const action = (_state: FormState, form: FormData) =>
  new Promise<FormState>((resolve, reject) => sent.push({ values: typedValues(form), resolve, reject }));

const button = (id: string) => place.querySelector<HTMLButtonElement>(`#${id}`)!;
const press = () => act(async () => place.querySelector<HTMLButtonElement>("form button")!.click());
const answer = (state: FormState) => act(async () => sent.at(-1)!.resolve(state));
const goOn = { ok: true, message: "70 are left.", values: { left: "70", after: "51", entryIds: "e1 e2" } };

beforeEach(async () => {
  sent = [];
  place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  await act(async () =>
    root.render(
      <OneAtATime>
        <RowsRun
          action={action}
          id="sheet"
          label="Log"
          busy="Logging…"
          done="logged"
          carried={["entryIds"]}
          press="Log"
        />
        <Form action={async () => null}>
          <SubmitButton id="other">Other</SubmitButton>
        </Form>
      </OneAtATime>,
    ),
  );
});

afterEach(async () => {
  // What is under way holds up whatever else React waits for, also on the next page.
  await answer({ ok: true });
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

it("goes on by itself until nothing is left, with what the requests before did, and is one act meanwhile", async () => {
  await press();
  expect(sent[0]!.values).toMatchObject({ importId: "sheet", most: "50", entryIds: "" });
  await answer(goOn);
  expect(sent[1]!.values).toMatchObject({ importId: "sheet", most: "50", after: "51", entryIds: "e1 e2" });
  expect(button("other").getAttribute("aria-disabled")).toBe("true");
  await answer({ ok: true, message: "All are logged.", values: { left: "0", entryIds: "e1 e2 e3" } });
  expect(button("other").getAttribute("aria-disabled")).toBeNull();
  await press();
  expect(sent).toHaveLength(3);
  expect(sent[2]!.values).toMatchObject({ entryIds: "" });
});

it("after a failure on its way goes on with what was done, so that all of it can be taken back", async () => {
  await press();
  await answer(goOn);
  await act(async () => sent.at(-1)!.reject(new TypeError("Failed to fetch")));
  expect(place.querySelector("[role=status]")!.textContent).toBe(
    "The desk did not answer. Whether this was logged is not certain: open this page in another tab and look before you send it again.",
  );
  await press();
  expect(sent[2]!.values).toMatchObject({ entryIds: "e1 e2" });
});

it("leads to signing in when the session ended, and goes on here", async () => {
  await press();
  await answer({ ok: false, message: "Your session has ended.", isSignedOut: true, values: {} });
  expect(place.querySelector("[role=status] a")!.getAttribute("target")).toBe("_blank");
  expect(place.querySelector("[role=status]")!.textContent).toContain("then go on here");
});
