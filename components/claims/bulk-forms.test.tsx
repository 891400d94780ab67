// @vitest-environment jsdom
import { act } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { useKeptHere } from "@/components/ui/kept-here";
import { NewsroomZone } from "@/components/ui/newsroom-zone";
import { useRoots } from "@/scripts/test/mounted";
import { BulkForms } from "./bulk-forms";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const rootIn = useRoots();
Element.prototype.scrollIntoView = () => {};
afterEach(() => {
  localStorage.clear();
  document.body.replaceChildren();
});

const waiting = { id: "a", text: "Two ferries", topics: ["budget"], publishAt: "2024-06-30T04:00:00Z" };
const plain = { id: "b", text: "Three ferries", topics: [], publishAt: null };

async function show(chosen: (typeof waiting | typeof plain)[]) {
  const onStart = vi.fn();
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    rootIn(place).render(
      <NewsroomZone timeZone="Europe/Kyiv">
        <BulkForms people={[]} topics={[]} chosen={chosen} onStart={onStart} />
      </NewsroomZone>,
    ),
  );
  const field = place.querySelector<HTMLInputElement>("input[list=bulk-topics]")!;
  const button = [...place.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Add the topic",
  )!;
  const type = (text: string) =>
    act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(field, text);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  return { place, onStart, button, type, press: () => act(async () => button.click()) };
}

it("a topic for many claims asks first where it cancels what is scheduled, names it, and is added at the second press", async () => {
  const { place, onStart, button, type, press } = await show([waiting, plain]);
  await type("ports");
  const said = document.getElementById(button.getAttribute("aria-describedby")!)!.textContent;
  expect(said).toBe(
    "A change to what readers will see cancels the scheduled publication of “Two ferries”, Sunday 30 June 2024, 07:00 (Europe/Kyiv).",
  );
  await press();
  expect(onStart).not.toHaveBeenCalled();
  expect(place.querySelector("[role=alert]")?.textContent).toContain("press again");
  await press();
  expect(onStart).toHaveBeenCalledWith({ kind: "topic", topic: "ports" });
});

it("what was asked of one topic is asked anew of another", async () => {
  const { onStart, type, press } = await show([waiting]);
  await type("ports");
  await press();
  await type("sea");
  await press();
  expect(onStart).not.toHaveBeenCalled();
});

it("nothing is asked where the topic stands on it already, or nothing waits", async () => {
  const first = await show([waiting]);
  await first.type("budget");
  await first.press();
  const second = await show([plain]);
  await second.type("ports");
  await second.press();
  expect([first.onStart.mock.calls.length, second.onStart.mock.calls.length]).toEqual([1, 1]);
});

it("what was typed for many claims and not sent is counted among what is only here", async () => {
  const { place, type } = await show([plain]);
  const touched = () => [...place.querySelectorAll("form")].map(({ dataset }) => dataset.touched ?? "");
  expect(touched()).toEqual(["", "", ""]);
  await type("ports");
  expect(touched()).toEqual(["", "typed", ""]);
  const kept = document.body.appendChild(document.createElement("div"));
  await act(async () => rootIn(kept).render(<Kept />));
  // Whatever else is open somewhere: not all is kept.
  expect(["loses", "some"]).toContain(kept.textContent);
});

/** The form of a mass decline on Ann's desk, as it is there for a selection. */
async function decline(onStart: () => Promise<boolean>) {
  const place = document.body.appendChild(document.createElement("div"));
  place.dataset.account = "ann";
  const root = rootIn(place);
  await act(async () =>
    root.render(
      <NewsroomZone timeZone="Europe/Kyiv">
        <BulkForms people={[]} topics={[]} chosen={[plain]} onStart={onStart} />
      </NewsroomZone>,
    ),
  );
  const note = place.querySelector<HTMLInputElement>("input[name=note]")!;
  const reason = place.querySelector<HTMLSelectElement>("select[name=reason]")!;
  const fill = () =>
    act(async () => {
      reason.value = "opinion";
      note.value = "Taste alone";
      note.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const send = () => act(async () => note.form!.requestSubmit());
  const leave = () => act(async () => root.unmount());
  return { place, fill, send, leave, given: () => [reason.value, note.value] };
}

it("the reason of a mass decline comes back with the selection until all of them are declined", async () => {
  const onStart = vi.fn(async () => false);
  const first = await decline(onStart);
  await first.fill();
  await first.leave();
  const again = await decline(onStart);
  expect(again.given()).toEqual(["opinion", "Taste alone"]);
  expect(again.place.textContent).toContain("did not send");
  await again.send();
  expect(onStart).toHaveBeenCalledWith({ kind: "decline", reason: "opinion", note: "Taste alone" });
  await again.leave();
  // One of the claims was not declined.
  onStart.mockResolvedValue(true);
  const third = await decline(onStart);
  expect(third.given()).toEqual(["opinion", "Taste alone"]);
  await third.send();
  await third.leave();
  expect((await decline(onStart)).given()).toEqual(["", ""]);
});

function Kept() {
  return <>{useKeptHere()}</>;
}
