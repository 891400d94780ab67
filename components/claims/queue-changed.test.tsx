// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { beforeEach, expect, it, vi } from "vitest";
import type { LiveEvent } from "@/lib/live/live-notice";
import { QueueChanged } from "./queue-changed";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const live = vi.hoisted(() => ({ tell: (_event: unknown) => {} }));
vi.mock("@/lib/live/live-channel.client", () => ({
  onLiveEvent: (listener: (event: unknown) => void) => {
    live.tell = listener;
    return () => {};
  },
}));

let root: Root;
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement("div")));
});

const claims = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ id: `c${from + index}` }));
const show = async (shown: { id: string }[], rows: { id: string }[]) => {
  await act(async () =>
    root.render(<QueueChanged {...{ shown, rows }} waited={null} isPending={false} onShow={() => {}} />),
  );
  return said();
};
const said = () => document.body.lastElementChild!.querySelector("span, p")?.firstChild?.textContent ?? "";
const hear = async (event: Partial<LiveEvent>) => {
  await act(async () => live.tell(event));
  return said();
};
const changed = (claimId: string) =>
  ({ kind: "changed", claimId, entryId: "1", byMe: false }) as unknown as LiveEvent;

it("a change of a row that was loaded further down is told like one of the first page, and none of other claims", async () => {
  const first = claims(0, 50);
  await show(first, [...first, ...claims(50, 150)]);
  expect(await hear(changed("c999"))).toBe("");
  expect(await hear(changed("c120"))).toBe("1 claim changed");
  expect(await hear(changed("c3"))).toBe("2 claims changed");
  // Loading more is no new rendering; asking for one is.
  expect(await show(first, [...first, ...claims(50, 250)])).toBe("2 claims changed");
  expect(await show([...first], first)).toBe("");
});

it("after a while in which nothing was heard the list may have changed", async () => {
  const first = claims(0, 2);
  await show(first, first);
  expect(await hear({ kind: "missed" } as LiveEvent)).toBe("This list may have changed");
  expect(await hear(changed("c1"))).toBe("1 claim changed");
});
