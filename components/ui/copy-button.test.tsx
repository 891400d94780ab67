// @vitest-environment jsdom
import { act } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { useRoots } from "@/scripts/test/mounted";
import { CopyButton } from "./copy-button";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const rootIn = useRoots();
const writeText = vi.fn<() => Promise<void>>();
Object.defineProperty(navigator, "clipboard", { value: { writeText } });
const place = document.body.appendChild(document.createElement("div"));
const said = () => place.querySelector("[role=status]")!;
const press = () => act(async () => place.querySelector("button")!.click());

beforeEach(async () => {
  const root = rootIn(place);
  await act(async () =>
    root.render(
      <CopyButton text="cs_1" otherwise="Select it and copy it.">
        Copy
      </CopyButton>,
    ),
  );
});

it("what was copied is told beside the button, which lies over nothing beside it", async () => {
  writeText.mockResolvedValueOnce();
  await press();
  expect(said().textContent).toBe("Copied");
  expect(said().querySelector("svg")).toBeNull();
  expect(place.querySelector("button")!.className).toContain("mx-0");
});

it("what was not copied is a warning, by its colour and a sign, and says what to do", async () => {
  writeText.mockRejectedValueOnce(new Error("no"));
  await press();
  expect(said().textContent).toBe("This browser does not let us copy. Select it and copy it.");
  expect(said().className).toContain("text-warn");
  expect(said().querySelector("svg")).not.toBeNull();
});
