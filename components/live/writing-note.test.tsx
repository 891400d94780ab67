// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { useOthers } from "./claim-now-context";
import { WritingNote } from "./writing-note";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const minute = (count: number) => new Date(Date.now() - 3_600_000 + count * 60_000).toISOString();

vi.mock("./claim-now-context", () => ({ useOthers: vi.fn() }));
vi.mock("@/lib/live/live-channel.client", () => ({
  tabId: () => "here",
  postLive: async () => ({ isMine: true, holder: { id: "a", name: "Ann" }, takenAt: minute(2) }),
}));

it("says that it was taken over until somebody else takes it, and not again once they are gone", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const seen = async (takenAt: string | null) => {
    const lock = { subject: "verdict:c", tabId: "there", holder: { id: "b", name: "Ben" }, takenAt };
    vi.mocked(useOthers).mockReturnValue({ locks: takenAt ? [lock] : [] } as unknown as ReturnType<
      typeof useOthers
    >);
    await act(async () => root.render(<WritingNote kind="verdict" id="c" viewerId="a" />));
    return place.textContent;
  };
  expect(await seen(minute(1))).toContain("Ben is writing");
  await act(async () => place.querySelector("button")!.click());
  expect(await seen(minute(1))).toBe("You took over from Ben.");
  expect(await seen(minute(3))).toContain("and took over.");
  expect(await seen(null)).toBe("");
});
