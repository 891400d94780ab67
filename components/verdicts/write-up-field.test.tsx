// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it } from "vitest";
import { WriteUpField } from "./write-up-field";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

afterEach(() => document.body.replaceChildren());

const evidence = (...ids: string[]) => ids.map((id, at) => ({ id, number: at + 1, words: `Words of ${id}` }));

const buttonIn = (place: Element, name: string) =>
  [...place.querySelectorAll("button")].find(({ textContent }) => textContent === name)!;

it("written as Markdown, a number means the same evidence when a colleague removes another", async () => {
  const place = document.body.appendChild(document.createElement("form"));
  const root = createRoot(place);
  const show = (...ids: string[]) =>
    act(async () =>
      root.render(<WriteUpField defaultValue="One.[^a] Two.[^b] Three.[^c]" citable={evidence(...ids)} />),
    );
  await show("a", "b", "c");
  await act(async () => buttonIn(place, "Write as Markdown").click());
  const text = place.querySelector("textarea")!;
  const listed = () => place.querySelector<HTMLInputElement>("input[name=citable]")!.value;
  expect([text.value, listed()]).toEqual(["One.[^1] Two.[^2] Three.[^3]", "a b c"]);
  text.value = "One.[^1] Two.[^2] Three.[^3] Four.[^2]";
  await show("b", "c");
  expect([text.value, listed()]).toEqual(["One.[^a] Two.[^1] Three.[^2] Four.[^1]", "b c"]);
  await act(async () => root.unmount());
});
