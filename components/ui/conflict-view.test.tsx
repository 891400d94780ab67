// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, describe, expect, it } from "vitest";
import { boxWords } from "./box-words";
import { CheckField } from "./choice";
import { ConflictView } from "./conflict-view";
import { Form } from "./form";
import { NewsroomZone } from "./newsroom-zone";
import { TimeField } from "./time-field";
import { SubmitButton } from "./button";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
afterEach(() => document.body.replaceChildren());

async function shown(field: string, mine: string, theirs: string) {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <NewsroomZone timeZone="Europe/Kyiv">
        <Form id="f" action={async () => null}>
          <TimeField name="deadlineAt" label="Deadline" stored="2031-03-08T12:00:00Z" />
          <SubmitButton>Save</SubmitButton>
        </Form>
        <ConflictView formId="f" conflict={[{ field, mine, theirs }]} />
      </NewsroomZone>,
    ),
  );
  return place;
}

describe("two versions of a long text", () => {
  const same = "Seven ferries sail every morning from the old harbour. ".repeat(40);

  it("are marked word by word where they differ, so that it can be heard too", async () => {
    const place = await shown("writeUp", `${same}The rest is six boats.`, `${same}The rest is nine boats.`);
    const texts = (tag: string) =>
      [...place.querySelectorAll(`${tag}:has(.sr-only)`)].map((el) => el.textContent);
    expect(texts("del")).toEqual(["[only in theirs: nine]"]);
    expect(texts("ins")).toEqual(["[only in mine: six]"]);
    expect(place.querySelector("p:has(del .sr-only)")?.textContent).toMatch(/^… (\S+ )+The rest is /);
  });

  it("both stand there whole", async () => {
    const [mine, theirs] = [`${same}Six.`, `${same}Nine.`];
    const place = await shown("writeUp", mine, theirs);
    expect(place.textContent).toContain(mine);
    expect(place.textContent).toContain(theirs);
  });

  it.each([
    ["short", "Six boats", "Nine boats"],
    ["empty", "", same],
    ["without a common word", "a".repeat(200), "б".repeat(200)],
  ])("that are %s need no marks", async (_what, mine, theirs) => {
    expect((await shown("writeUp", mine, theirs)).querySelector("del")).toBeNull();
  });
});

describe("which version will be saved", () => {
  const words = (place: HTMLElement) =>
    [...place.querySelectorAll<HTMLElement>("[role=group] > div > div")].map((side) => {
      const button = side.querySelector("button")!;
      return [
        button.textContent,
        button.getAttribute("aria-pressed"),
        /will be saved/.test(side.textContent),
      ];
    });

  it("is said in words beside it, and moves with the choice", async () => {
    const place = await shown("place", "Hull", "Selby");
    expect(place.textContent).toContain("Mine✓ will be saved");
    expect(place.textContent).not.toMatch(/yours/i);
    expect(words(place)).toEqual([
      ["✓Keep mine", "true", true],
      ["Take theirs", "false", false],
    ]);
    await act(async () => place.querySelectorAll<HTMLButtonElement>("[role=group] button")[1]!.click());
    expect(words(place)).toEqual([
      ["Keep mine", "false", false],
      ["✓Take theirs", "true", true],
    ]);
  });

  it.each([
    [true, "What you saved, ", "Take what I saved"],
    [false, "Theirs: Editor One, ", "Take theirs"],
  ])("names whoever saved the other one (oneself: %s)", async (isOwn, whose, take) => {
    const savedBy = { name: "Editor One", at: new Date().toISOString(), isOwn };
    const place = document.body.appendChild(document.createElement("div"));
    await act(async () =>
      createRoot(place).render(
        <ConflictView formId="f" conflict={[{ field: "a", mine: "1", theirs: "2" }]} savedBy={savedBy} />,
      ),
    );
    expect(place.textContent).toContain(whose);
    expect(place.textContent).toContain(take);
    expect(/their/i.test(place.textContent)).toBe(!isOwn);
  });
});

it("two times are said on the newsroom's clocks, and the one that is taken stands in the field", async () => {
  const place = await shown("deadlineAt", "2031-03-08T12:00:00.000Z", "2031-06-08T12:30:00.000Z");
  expect(place.textContent).toContain("8 June 2031, 15:30 (Europe/Kyiv)");
  const field = document.getElementById("f-deadlineAt") as HTMLInputElement;
  expect([field.value, field.labels?.[0]?.textContent]).toEqual([
    "2031-03-08T14:00",
    "Deadline, Europe/Kyiv",
  ]);
  await act(async () => place.querySelectorAll<HTMLButtonElement>("[role=group] button")[1]!.click());
  expect(field.value).toBe("2031-06-08T15:30");
});

it("ticks or clears a box as the side that is taken has it", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const conflict = [{ field: "agency", mine: "", theirs: "on" }];
  await act(async () =>
    createRoot(place).render(
      <>
        <Form id="f" action={async () => null}>
          <CheckField name="agency" label="An agency" />
        </Form>
        <ConflictView formId="f" conflict={conflict} valueNames={{ agency: boxWords }} />
      </>,
    ),
  );
  const sent = () => new FormData(document.getElementById("f") as HTMLFormElement).get("agency");
  const [keep, take] = place.querySelectorAll<HTMLButtonElement>("[role=group] button");
  await act(async () => take!.click());
  expect(sent()).toBe("on");
  await act(async () => keep!.click());
  expect(sent()).toBeNull();
  expect(place.textContent).toContain("Theirsyes");
});

it("says what was chosen by its name and takes it by its code", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const names = { kind: { so: "It is so", said: "Someone said it" } };
  const conflict = [{ field: "kind", mine: "so", theirs: "said" }];
  const taken: string[] = [];
  await act(async () =>
    createRoot(place).render(
      <ConflictView
        formId="f"
        conflict={conflict}
        valueNames={names}
        onTake={(_field, value) => taken.push(value)}
      />,
    ),
  );
  expect(place.textContent).toContain("Someone said it");
  await act(async () => place.querySelectorAll("button")[1]!.click());
  expect(taken).toEqual(["said"]);
});
