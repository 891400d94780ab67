// @vitest-environment jsdom
import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { AsksFirst } from "@/components/ui/asks-first";
import { PasteRowsForm } from "./paste-rows-form";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

it.each([
  [
    new TypeError("Failed to fetch"),
    "The desk did not answer. Whether this was logged is not certain: open the claim in another tab and look before you send it again. The rows are still here.",
  ],
  [
    new UnrecognizedActionError("no such action"),
    "The desk was renewed since this page was opened, so nothing was saved. What you wrote is still here: copy it, then load the page again.",
  ],
])("rows that met %s stay, and it says what is known of them", async (error, words) => {
  const place = document.body.appendChild(document.createElement("div"));
  const action = async () => {
    throw error;
  };
  await act(async () => createRoot(place).render(<PasteRowsForm claimId="c1" action={action} />));
  place.querySelector("textarea")!.value = "https://paper.example/a\tSome words";
  await act(async () => place.querySelector("button")!.click());
  expect(place.querySelector("[role=status]")!.textContent).toBe(words);
  expect(place.querySelector("textarea")!.value).toBe("https://paper.example/a\tSome words");
});

it("rows that would cancel what is scheduled are asked for first, and logged at the second press", async () => {
  Element.prototype.scrollIntoView = vi.fn();
  const place = document.body.appendChild(document.createElement("div"));
  const action = vi.fn(async () => null);
  await act(async () =>
    createRoot(place).render(
      <AsksFirst besides="This cancels the publication of Sunday.">
        <PasteRowsForm claimId="c1" action={action} />
      </AsksFirst>,
    ),
  );
  place.querySelector("textarea")!.value = "https://paper.example/a\tSome words";
  const button = place.querySelector("button")!;
  expect(document.getElementById(button.getAttribute("aria-describedby")!)!.textContent).toBe(
    "This cancels the publication of Sunday.",
  );
  await act(async () => button.click());
  expect(action).not.toHaveBeenCalled();
  expect(place.querySelector("[role=alert]")!.textContent).toContain("press again");
  expect(place.querySelector("textarea")!.value).toBe("https://paper.example/a\tSome words");
  await act(async () => button.click());
  expect(action).toHaveBeenCalledTimes(1);
});
