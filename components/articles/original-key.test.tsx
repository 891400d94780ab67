// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, onTestFinished } from "vitest";
import { KeysProvider } from "@/components/keys/keys-provider";
import { CaptureOriginalLink } from "./capture-original-link";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const pause = () => act(() => new Promise((later) => setTimeout(later)));

it("of all originals one alone shows the key: the one in hand, else the first", async () => {
  const place = document.body.appendChild(document.createElement("ul"));
  const root = createRoot(place);
  const draw = (ids: string[]) =>
    act(() =>
      root.render(
        <KeysProvider>
          {ids.map((id) => (
            <li key={id}>
              <CaptureOriginalLink articleId={id} name={id} />
            </li>
          ))}
        </KeysProvider>,
      ),
    );
  onTestFinished(() => act(() => root.unmount()));
  const withKey = () =>
    [...place.querySelectorAll("a")]
      .filter((link) => link.querySelector("kbd"))
      .map((link) => link.getAttribute("aria-label"));
  await draw(["a", "b", "c"]);
  expect(withKey()).toEqual(["Capture the original: a"]);
  const second = place.querySelectorAll("a")[1]!;
  second.focus();
  await pause();
  expect(withKey()).toEqual(["Capture the original: b"]);
  second.blur();
  await pause();
  expect(withKey()).toEqual(["Capture the original: a"]);
  // The first was captured.
  await draw(["b", "c"]);
  expect(withKey()).toEqual(["Capture the original: b"]);
});
