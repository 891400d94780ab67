// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { FileDrop } from "./file-drop";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

it("a file that was dropped and is gone with a refusal is asked for again", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <Form action={async () => ({ ok: false, message: "It cannot be read." })}>
        <FileDrop hint="One file" accept=".pdf" />
        <SubmitButton>Add</SubmitButton>
      </Form>,
    ),
  );
  // Here no field can be given a file: it stays as empty as an answer leaves it.
  const given: unknown[] = [];
  const field = place.querySelector<HTMLInputElement>("input[type=file]")!;
  Object.defineProperty(field, "files", { get: () => [], set: (files: unknown) => given.push(files) });
  const drop = async (files: File[]) => {
    const event = new Event("drop", { bubbles: true, cancelable: true });
    await act(async () => field.dispatchEvent(Object.assign(event, { dataTransfer: { files } })));
  };
  const send = () => act(async () => place.querySelector("button")!.click());
  await drop([]);
  await send();
  expect(place.querySelector("[role=alert]")!.textContent).toBe("It cannot be read.");
  const file = new File(["words"], "a.pdf");
  await drop([file]);
  expect(given).toEqual([[file]]);
  await send();
  expect(place.querySelector("[role=alert]")!.textContent).toBe("It cannot be read.Choose the file again.");
});
