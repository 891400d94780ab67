// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { SubmitButton } from "./button";
import { Form } from "./form";
import type { FormAction } from "./form-state";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

afterEach(() => document.body.replaceChildren());

const refuse: FormAction = async () => ({ ok: false, message: "Nothing was saved." });

async function open() {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <Form action={refuse} id="long">
        <SubmitButton>Save</SubmitButton>
      </Form>,
    ),
  );
  const send = () => act(async () => place.querySelector("button")!.click());
  return { place, send };
}

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

it("a form longer than the window leads from why it was refused to its button, and back", async () => {
  const height = vi
    .spyOn(HTMLElement.prototype, "offsetHeight", "get")
    .mockReturnValue(window.innerHeight + 1);
  const { send, place } = await open();
  expect(place.querySelectorAll("a")).toHaveLength(0);
  await send();
  const links = [...place.querySelectorAll("a")].map((link) => link.getAttribute("href")!);
  expect(links).toEqual(["#long-foot", "#long-answer"]);
  expect(place.querySelector("a")!.textContent).toBe("Down to “Save”");
  for (const link of links) expect(place.querySelector(link)).not.toBeNull();
  const [button, foot] = [place.querySelector("button")!, place.querySelector("#long-foot")!];
  expect(button.compareDocumentPosition(foot)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  height.mockRestore();
});

it("a form that a banner leaves no room for is long too", async () => {
  const banner = document.body.appendChild(document.createElement("div"));
  banner.className = "connection";
  const height = vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockImplementation(function (
    this: HTMLElement,
  ) {
    return this === banner ? 70 : window.innerHeight - 60;
  });
  const { send, place } = await open();
  await send();
  expect(place.querySelectorAll("a")).toHaveLength(2);
  banner.remove();
  height.mockRestore();
});
