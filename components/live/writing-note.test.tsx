// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { useOthers } from "./claim-now-context";
import { WritingNote } from "./writing-note";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const minute = (count: number) => new Date(Date.now() - 3_600_000 + count * 60_000).toISOString();

vi.mock("./claim-now-context", () => ({ useOthers: vi.fn() }));
const posted = vi.hoisted(() => vi.fn<(body: unknown) => void>());
vi.mock("@/lib/live/live-channel.client", () => ({
  tabId: () => "here",
  postLive: async (_path: string, body: unknown) => {
    posted(body);
    return { isMine: true, holder: { id: "a", name: "Ann" }, takenAt: minute(2) };
  },
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
  await act(() => root.unmount());
});

describe("what this person writes at themselves", () => {
  async function open(tabId: string) {
    const lock = { subject: "claim:c", tabId, holder: { id: "a", name: "Ann" }, takenAt: minute(1) };
    vi.mocked(useOthers).mockReturnValue({ locks: [lock] } as unknown as ReturnType<typeof useOthers>);
    const form = document.body.appendChild(document.createElement("form"));
    const root = createRoot(form);
    await act(async () => root.render(<WritingNote kind="claim" id="c" viewerId="a" />));
    onTestFinished(() => act(() => root.unmount()));
    return form;
  }

  it("in another tab is said, with what taking over does", async () => {
    expect((await open("there")).textContent).toMatch(
      /^You are writing here in another tab .*If you take over, what you saved there stays, and that tab says so\./,
    );
  });

  it("before this page was loaded again is not said, and the lock goes on here with the next words", async () => {
    sessionStorage.setItem("countersign.former-pages", JSON.stringify(["before"]));
    onTestFinished(() => sessionStorage.clear());
    const form = await open("before");
    expect(form.textContent).toBe("");
    await act(async () => void form.dispatchEvent(new Event("input", { bubbles: true })));
    expect(posted).toHaveBeenLastCalledWith(expect.objectContaining({ act: "take-over", tabId: "here" }));
  });
});
