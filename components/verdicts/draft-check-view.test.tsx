// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it, vi } from "vitest";
import type { FormAction, FormState } from "@/components/ui/form-state";
import type { CheckedSentence } from "@/lib/verdicts/draft-check";
import { DraftCheckView } from "./draft-check-view";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
// Nothing is laid out here.
Element.prototype.scrollIntoView = () => undefined;
afterEach(() => document.body.replaceChildren());

const evidence = [{ id: "e1", source: "The Herald", words: "seven ferries", sentence: null }];

function sentence(index: number, isOpen = true): CheckedSentence {
  const cover = isOpen
    ? ({ kind: "open" } as const)
    : ({ kind: "evidence", evidenceIds: ["e1"], from: null } as const);
  const rest = { field: "writeUp", point: null, strange: [], numbersNotThere: [] } as const;
  return {
    ...rest,
    index,
    text: `Sentence ${index}.`,
    cover: cover.kind === "open" ? cover : { ...cover, evidenceIds: [...cover.evidenceIds] },
    strange: [],
    numbersNotThere: [],
  };
}

const view = (
  sentences: CheckedSentence[],
  at: string | null = null,
  cover: FormAction = async () => null,
) => (
  <DraftCheckView
    claimId="c"
    check={{
      sentences,
      counts: { all: sentences.length, evidence: 0, background: 0, open: sentences.length, toJudge: 0 },
    }}
    evidence={evidence}
    at={at}
    cover={cover}
  />
);

async function shown(sentences: CheckedSentence[], cover?: FormAction) {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const draw = (next: CheckedSentence[]) => act(async () => root.render(view(next, null, cover)));
  await draw(sentences);
  const inHand = () =>
    [...place.querySelectorAll<HTMLElement>("[data-sentence]:has(form)")].map((row) => row.dataset.sentence);
  return { place, draw, inHand };
}

it("of a long draft one sentence has forms, and every other a way to them", async () => {
  const { place, inHand } = await shown(Array.from({ length: 200 }, (_, index) => sentence(index)));
  expect(inHand()).toEqual(["writeUp-0"]);
  expect(place.querySelectorAll("select")).toHaveLength(1);
  const link = place.querySelector<HTMLAnchorElement>("#sentence-writeUp-150 a")!;
  expect(link.getAttribute("href")).toBe("?at=writeUp-150#sentence-writeUp-150");
  await act(async () => link.click());
  expect(inHand()).toEqual(["writeUp-150"]);
  expect(document.activeElement).toBe(place.querySelector("#sentence-writeUp-150 select"));
});

it("once it stands on something the next open one is in hand", async () => {
  const { draw, inHand } = await shown([sentence(0), sentence(1), sentence(2, false), sentence(3)]);
  await draw([sentence(0), sentence(1, false), sentence(2, false), sentence(3)]);
  expect(inHand()).toEqual(["writeUp-0"]);
  await draw([sentence(0, false), sentence(1, false), sentence(2, false), sentence(3)]);
  expect(inHand()).toEqual(["writeUp-3"]);
  await draw([sentence(0, false), sentence(1, false), sentence(2, false), sentence(3, false)]);
  expect(inHand()).toEqual([]);
});

it("a sentence that is being marked stays in hand while others are marked elsewhere, until it is", async () => {
  const { place, draw, inHand } = await shown([sentence(0), sentence(1), sentence(2)]);
  await act(async () => place.querySelector<HTMLElement>("#sentence-writeUp-2 a")!.click());
  await draw([sentence(0, false), sentence(1), sentence(2)]);
  expect(inHand()).toEqual(["writeUp-2"]);
  // Whoever is elsewhere by now is not brought back, and it is no longer the one to be marked all the same.
  await act(async () => document.body.appendChild(document.createElement("input")).focus());
  await draw([sentence(0, false), sentence(1), sentence(2, false)]);
  expect(inHand()).toEqual(["writeUp-1"]);
});

it("before scripts load the address says which sentence is in hand", () => {
  const html = renderToString(view([sentence(0), sentence(1, false)], "writeUp-1"));
  const place = document.createElement("div");
  place.innerHTML = html;
  expect([...place.querySelectorAll("li:has(form)")].map(({ id }) => id)).toEqual(["sentence-writeUp-1"]);
});

it("a mark that is refused stays in hand with what is said of it, whatever the sentence stands on by then", async () => {
  const answers: FormState[] = [{ ok: false, message: "Somebody cited evidence meanwhile." }, { ok: true }];
  const cover = vi.fn(async () => answers.shift()!);
  const { place, draw, inHand } = await shown([sentence(0), sentence(1)], cover);
  const background = () => place.querySelector<HTMLFormElement>("#background-writeUp-0")!;
  const send = () =>
    act(async () => {
      background().querySelector<HTMLInputElement>("input[name=reason]")!.value = "Known.";
      background().requestSubmit();
    });
  await send();
  await draw([sentence(0, false), sentence(1)]);
  expect(inHand()).toEqual(["writeUp-0"]);
  expect(background().textContent).toContain("Somebody cited evidence meanwhile.");
  // Once it is done, the next open one is.
  await send();
  await draw([{ ...sentence(0, false), text: "Sentence 0 stands on more." }, sentence(1)]);
  expect(cover).toHaveBeenCalledTimes(2);
  expect(inHand()).toEqual(["writeUp-1"]);
});
