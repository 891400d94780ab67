// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, it, vi } from "vitest";
import { SubmitButton } from "./button";
import { Form } from "./form";
import type { FormAction, FormState } from "./form-state";
import { clearUndo, noteDone } from "./undo-store";
import { UndoStrip, type UndoActions } from "./undo-strip";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
vi.mock("next/navigation", async (load) => ({ ...(await load<object>()), useRouter: () => ({ push() {} }) }));

const takeBackAll = vi.fn<(state: FormState, form: FormData) => Promise<FormState>>();
const strip = document.createElement("div");
strip.dataset.account = "ann";
// Not drawn here, so nothing has a height.
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
document.body.append(strip);
const root = createRoot(strip);
const button = () => strip.querySelector<HTMLButtonElement>("[data-undo]");

beforeEach(async () => {
  localStorage.clear();
  takeBackAll.mockReset();
  await act(async () => {
    clearUndo();
    root.render(
      <UndoStrip actions={{ "take-back-all": takeBackAll } as Partial<UndoActions> as UndoActions} />,
    );
  });
  const offer = { words: "2 rows are logged.", act: "take-back-all", fields: { entryIds: "e1 e2" } } as const;
  await act(async () => noteDone({ undo: offer }));
});

const sent = {
  words: "Comment sent.",
  act: "take-back-all",
  fields: { entryIds: "e1" },
  unsent: { place: "comment:c", fields: [["text", "Who counted them?"]] as [string, string][] },
} as const;
/** What this browser keeps of words that were not sent. */
const kept = () => Object.entries(localStorage).filter(([key]) => key.includes("comment:c"));

it("words that the desk forgets are kept in this browser before they are taken back, so that no lost answer loses them", async () => {
  await act(async () => noteDone({ undo: sent }));
  takeBackAll.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  await act(async () => button()!.click());
  expect(strip.textContent).toContain("Whether this was taken back is not certain");
  expect(kept()).toEqual([
    [expect.stringContaining("comment:c"), expect.stringContaining("Who counted them?")],
  ]);
  // Asked again it is refused: the comment stands, and there is nothing to send again.
  takeBackAll.mockResolvedValueOnce({ ok: false, message: "Olga answered it, so it stays.", isOver: true });
  await act(async () => button()!.click());
  expect(kept()).toEqual([]);
});

const refusals: [string, FormState][] = [
  ["the session has ended", { ok: false, message: "Your session has ended.", isSignedOut: true }],
  ["too much was asked", { ok: false, message: "Too many tries. Wait a minute." }],
  ["the desk failed", { ok: false, message: "Something went wrong. Nothing was saved." }],
];

it.each(refusals)(
  "a comment that was not taken back, as %s, leaves no words as if unsent",
  async (_why, refusal) => {
    await act(async () => noteDone({ undo: sent }));
    takeBackAll.mockResolvedValueOnce(refusal);
    await act(async () => button()!.click());
    expect(strip.textContent).toContain(refusal!.message);
    expect(kept()).toEqual([]);
  },
);

it("a refusal says nothing of an earlier try that was not answered: its words are kept", async () => {
  await act(async () => noteDone({ undo: sent }));
  takeBackAll.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  await act(async () => button()!.click());
  takeBackAll.mockResolvedValueOnce({ ok: false, message: "Your session has ended.", isSignedOut: true });
  await act(async () => button()!.click());
  expect(kept()).toHaveLength(1);
});

it("says what taking back cancelled, beside what can still be taken back", async () => {
  const cancelled = "This cancelled a scheduled publication: “Two ferries”, Sunday.";
  takeBackAll.mockResolvedValueOnce({ ok: true, cancelled });
  await act(async () => button()!.click());
  expect([strip.textContent, button()]).toEqual([`${cancelled}Close`, null]);
  const again = { words: "1 of 2 stay.", act: "take-back-all", fields: { entryIds: "e2" } } as const;
  await act(async () => noteDone({ undo: again }));
  takeBackAll.mockResolvedValueOnce({
    ok: true,
    message: again.words,
    parts: [part],
    undo: again,
    cancelled,
  });
  await act(async () => button()!.click());
  expect(strip.textContent).toContain(cancelled);
  expect(button()).not.toBeNull();
});

const part = { href: "/desk/claims/c", text: "Two ferries", reason: "It stays, because the draft cites it." };

it("what was not taken back for a reason that can pass is named, and stays on offer alone", async () => {
  const again = {
    words: "1 of 2 stay as they are.",
    act: "take-back-all",
    fields: { entryIds: "e2" },
  } as const;
  takeBackAll.mockResolvedValueOnce({ ok: true, message: again.words, parts: [part], undo: again });
  await act(async () => button()!.click());
  expect(strip.textContent).toContain("Two ferries: It stays, because the draft cites it.");
  expect(strip.textContent?.split(again.words)).toHaveLength(2);
  takeBackAll.mockResolvedValueOnce({ ok: true });
  await act(async () => button()!.click());
  expect(takeBackAll.mock.lastCall?.[1].get("entryIds")).toBe("e2");
  expect(strip.textContent).toBe("");
});

it("says what a form cancelled that its own act took off the page, beside the way back, and not while the form says it", async () => {
  const cancelled = "This cancelled a scheduled publication: “Two ferries”, Sunday.";
  const undo = { words: "Source rejected.", act: "take-back-all", fields: { entryIds: "e3" } } as const;
  const rejects: FormAction = async () => ({ ok: true, undo, cancelled });
  const place = document.body.appendChild(document.createElement("div"));
  place.dataset.account = "ann";
  const line = createRoot(place);
  const show = (isFolded: boolean) =>
    act(async () =>
      line.render(
        isFolded ? (
          <p>1 rejected</p>
        ) : (
          <Form action={rejects}>
            <SubmitButton>Reject</SubmitButton>
          </Form>
        ),
      ),
    );
  const reject = () => act(async () => place.querySelector("button")!.click());
  await show(false);
  await reject();
  expect(place.textContent).toContain(cancelled);
  expect(strip.textContent).not.toContain(cancelled);
  await show(true);
  expect(strip.querySelector("[role=status]")?.textContent).toContain(cancelled);
  expect(strip.textContent).toContain("Source rejected.");
  expect(button()).not.toBeNull();

  // Whoever left the page by themselves read it there; nor is it told of an act before the last one.
  await show(false);
  await reject();
  history.pushState(null, "", "/elsewhere");
  await show(true);
  expect(strip.textContent).not.toContain(cancelled);
  await show(false);
  await reject();
  await act(async () => noteDone({ undo }));
  await show(true);
  expect(strip.textContent).not.toContain(cancelled);
  await act(async () => line.unmount());
});

it("what is never put back is named, and no longer offered", async () => {
  takeBackAll.mockResolvedValueOnce({ ok: true, message: "1 of 2 stay as they are.", parts: [part] });
  await act(async () => button()!.click());
  expect(strip.textContent).toContain("1 of 2 stay as they are.");
  expect(strip.textContent).toContain("It stays");
  expect(button()).toBeNull();
});

it("where somebody changed it since, it leads to the claim's history, in another tab", async () => {
  const savedBy = { name: "Checker One", at: "2031-03-14T17:20:00Z", isOwn: false, claimId: "c1" };
  const message = "Checker One changed the claim at 19:20, so nothing was put back.";
  takeBackAll.mockResolvedValueOnce({ ok: false, message, isOver: true, savedBy });
  await act(async () => button()!.click());
  expect(strip.textContent).toContain(`${message} See the history.`);
  const link = strip.querySelector("a")!;
  expect([link.getAttribute("href"), link.target]).toEqual(["/desk/claims/c1/history", "_blank"]);
  expect(button()).toBeNull();
});
