// @vitest-environment jsdom
import { UnrecognizedActionError } from "next/dist/client/components/unrecognized-action-error";
import { act, type ComponentProps } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { noteAnswer, useConnection } from "@/components/ui/connection";
import type { FormState } from "@/components/ui/form-state";
import { useKeptHere } from "@/components/ui/kept-here";
import { pageOfField } from "@/lib/core/held-form";
import { ArticleView } from "./article-view";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const fullText = "The board ordered seven ferries in 2024.";
const capture = {
  ...{ id: "p1", fullText, text: fullText, pageCount: 0 },
  mainRanges: [[0, fullText.length]],
} as unknown as ComponentProps<typeof ArticleView>["capture"];

let root: Root;
beforeEach(() => {
  // Not drawn here, so nothing has a place.
  const nowhere = { top: 0, bottom: 0 } as DOMRect;
  Range.prototype.getBoundingClientRect = () => nowhere;
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  localStorage.clear();
  noteAnswer(true);
});

function Kept() {
  return <output>{useKeptHere()}</output>;
}

function Connection() {
  return <output>{useConnection()}</output>;
}

/** An article beside a claim, on the page of an account; `log` chooses its words and logs them. */
async function open(logEvidence: (state: FormState, form: FormData) => Promise<FormState>) {
  const place = document.body.appendChild(document.createElement("div"));
  place.dataset.account = "ann";
  root = createRoot(place);
  await act(async () =>
    root.render(
      <>
        <ArticleView
          {...{ articleId: "a1", outlet: "Paper", language: "en", capture }}
          {...{ highlights: [], suggested: [], logEvidence }}
          claim={{ id: "c1", text: "Seven ferries" }}
        />
        <Connection />
      </>,
    ),
  );
  const log = async () => {
    await act(async () => {
      document.getSelection()!.selectAllChildren(place.querySelector("#article-text")!);
      document.dispatchEvent(new Event("selectionchange"));
    });
    const supports = [...place.querySelectorAll("button")].find(({ textContent }) =>
      textContent.startsWith("Supports"),
    );
    await act(async () => supports!.click());
  };
  return { place, log, connection: () => place.querySelector("output")!.textContent };
}

it("words are logged for whoever opened the page", async () => {
  const sent = vi.fn(async (_state: FormState, _form: FormData): Promise<FormState> => ({ ok: true }));
  const { log } = await open(sent);
  await log();
  const form = sent.mock.calls[0]![1];
  expect([form.get(pageOfField), form.get("exact")]).toEqual(["ann", fullText]);
});

it("what logging words cancelled besides is said where they were logged", async () => {
  const cancelled = "This cancelled a scheduled publication: “A”.";
  const answers: FormState[] = [{ ok: true, cancelled }, { ok: true }];
  const { place, log } = await open(async () => answers.shift()!);
  const said = () => place.querySelector("[role=status]")!.textContent;
  expect(said()).toBe("");
  await log();
  expect(said()).toBe(cancelled);
  await log();
  expect(said()).toBe("");
});

it("a desk that does not answer is known to the whole page, and so is one that does again", async () => {
  let answers = false;
  const { place, log, connection } = await open(async () => {
    if (!answers) throw new TypeError("Failed to fetch");
    return { ok: true };
  });
  await log();
  expect(connection()).toBe("unanswered");
  expect(place.textContent).toContain("Whether this was done is not certain");
  expect(place.textContent).not.toContain("Nothing changed.");
  answers = true;
  await log();
  expect(connection()).toBe("good");
});

/** The same of no claim: `begin` chooses all its words and begins a new claim of them. */
async function openAlone(createClaim: (state: FormState, form: FormData) => Promise<FormState>) {
  const place = document.body.appendChild(document.createElement("div"));
  place.dataset.account = "ann";
  root = createRoot(place);
  await act(async () =>
    root.render(
      <>
        <ArticleView
          {...{ articleId: "a1", outlet: "Paper", language: "en", capture, claim: null }}
          {...{ highlights: [], suggested: [], createClaim }}
        />
        <Kept />
      </>,
    ),
  );
  const press = async (words: string) =>
    act(async () =>
      [...place.querySelectorAll("button")].find(({ textContent }) => textContent.startsWith(words))!.click(),
    );
  const begin = async () => {
    await act(async () => {
      document.getSelection()!.selectAllChildren(place.querySelector("#article-text")!);
      document.dispatchEvent(new Event("selectionchange"));
    });
    await press("New claim");
  };
  const field = () => place.querySelector("textarea");
  const type = async (words: string) => {
    field()!.value = words;
    await act(async () => void field()!.dispatchEvent(new Event("input", { bubbles: true })));
  };
  return { place, press, begin, field, type, kept: () => place.querySelector("output")!.textContent };
}

it("what was typed for a new claim is there until a claim was made of it", async () => {
  const answers: FormState[] = [{ ok: false, message: "The desk is full." }, { ok: true }];
  const sent: string[] = [];
  const { place, press, begin, field, type, kept } = await openAlone(async (_state, form) => {
    sent.push(String(form.get("text")));
    return answers.shift()!;
  });
  const before = kept();
  await begin();
  await type("The board ordered ferries");
  // Whatever else is open somewhere: not all that is here may be kept, but this is.
  expect(["keeps", "some"]).toContain(kept());
  expect(field()!.closest("form")!.dataset.touched).toBe("typed");
  await press("Make this a claim");
  expect(place.textContent).toContain("The desk is full.");
  expect(field()!.value).toBe("The board ordered ferries");
  await press("Make this a claim");
  expect(sent).toEqual(["The board ordered ferries", "The board ordered ferries"]);
  expect(field()).toBeNull();
  await act(async () => {});
  expect(kept()).toBe(before);
});

it("what was typed for a new claim is there again at the same words after the page was lost, until a claim was made of it", async () => {
  const lost = await openAlone(async () => ({ ok: true }));
  await lost.begin();
  await lost.type("The board ordered ferries");
  window.dispatchEvent(new Event("pagehide"));
  await act(async () => root.unmount());
  lost.place.remove();

  const { place, press, begin, field, type } = await openAlone(async () => ({ ok: true }));
  await begin();
  expect(field()!.value).toBe("The board ordered ferries");
  expect(place.textContent).toContain("did not send");
  await press("Throw it away");
  expect(field()!.value).toBe(fullText);
  await press("Back");

  await begin();
  await type("The board ordered boats");
  await press("Make this a claim");
  expect({ ...localStorage }).toEqual({});
  await begin();
  expect(field()!.value).toBe(fullText);
});

it("a desk that was renewed since is told, and that nothing changed", async () => {
  const { place, log, connection } = await open(async () => {
    throw new UnrecognizedActionError("no such action");
  });
  await log();
  expect(place.textContent).toContain("The desk was renewed since this page was opened");
  expect(place.textContent).toContain("Load the page again.");
  expect(place.textContent).toContain("Nothing changed.");
  expect(connection()).toBe("good");
});
