// @vitest-environment jsdom
import { act } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { useRoots } from "@/scripts/test/mounted";
import type { PasteRowsState } from "./paste-rows-form";

// Not the forms that other tests left open.
vi.resetModules();
const { UnrecognizedActionError } = await import("next/dist/client/components/unrecognized-action-error");
const { AsksFirst } = await import("@/components/ui/asks-first");
const { useKeptHere } = await import("@/components/ui/kept-here");
const { PasteRowsForm } = await import("./paste-rows-form");

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const rootIn = useRoots();
afterEach(() => {
  localStorage.clear();
  document.body.replaceChildren();
});

it.each([
  [
    new TypeError("Failed to fetch"),
    "The desk did not answer. Whether this was logged is not certain: open the claim in another tab and look before you send it again. The rows are still here.",
  ],
  [
    new UnrecognizedActionError("no such action"),
    "The desk was renewed since this page was opened, so nothing was saved. What you wrote is still here: copy it, then load the page again.",
  ],
])("rows that met %s stay, and it says what is known of them", async (error, words) => {
  const place = document.body.appendChild(document.createElement("div"));
  const action = async () => {
    throw error;
  };
  await act(async () => rootIn(place).render(<PasteRowsForm claimId="c1" action={action} />));
  place.querySelector("textarea")!.value = "https://paper.example/a\tSome words";
  await act(async () => place.querySelector("button")!.click());
  expect(place.querySelector("[role=status]")!.textContent).toBe(words);
  expect(place.querySelector("textarea")!.value).toBe("https://paper.example/a\tSome words");
});

it("rows that would cancel what is scheduled are asked for first, and logged at the second press", async () => {
  Element.prototype.scrollIntoView = vi.fn();
  const place = document.body.appendChild(document.createElement("div"));
  const action = vi.fn(async () => null);
  await act(async () =>
    rootIn(place).render(
      <AsksFirst besides="This cancels the publication of Sunday.">
        <PasteRowsForm claimId="c1" action={action} />
      </AsksFirst>,
    ),
  );
  place.querySelector("textarea")!.value = "https://paper.example/a\tSome words";
  const button = place.querySelector("button")!;
  expect(document.getElementById(button.getAttribute("aria-describedby")!)!.textContent).toBe(
    "This cancels the publication of Sunday.",
  );
  await act(async () => button.click());
  expect(action).not.toHaveBeenCalled();
  expect(place.querySelector("[role=alert]")!.textContent).toContain("press again");
  expect(place.querySelector("textarea")!.value).toBe("https://paper.example/a\tSome words");
  await act(async () => button.click());
  expect(action).toHaveBeenCalledTimes(1);
});

function Kept() {
  return <output>{useKeptHere()}</output>;
}

it("rows that were not sent count as words that are kept, and say what they cancelled once they are", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const row = { line: 1, url: "https://paper.example/a", quote: "Some words", message: "" };
  const answers: PasteRowsState[] = [
    {
      rows: [{ ...row, ok: false, message: "Not on the page." }],
      rest: "https://paper.example/a\tSome words",
    },
    { rows: [{ ...row, ok: true }], rest: "", cancelled: "This cancelled a scheduled publication: “A”." },
  ];
  await act(async () =>
    rootIn(place).render(
      <>
        <PasteRowsForm claimId="c1" action={async () => answers.shift()!} />
        <Kept />
      </>,
    ),
  );
  const form = place.querySelector("form")!;
  const rows = place.querySelector("textarea")!;
  rows.value = "https://paper.example/a\tSome words";
  await act(async () => void rows.dispatchEvent(new Event("input", { bubbles: true })));
  expect(place.querySelector("output")!.textContent).toBe("keeps");
  expect(form.dataset.touched).toBe("typed");
  const press = () => act(async () => place.querySelector("button")!.click());
  await press();
  expect(form.dataset.touched).toBe("typed");
  expect(place.textContent).not.toContain("cancelled");
  await press();
  expect(form.dataset.touched).toBeUndefined();
  expect(place.querySelector("[role=status]")!.textContent).toContain(
    "This cancelled a scheduled publication",
  );
});

const one = "https://paper.example/a\tSome words";
const two = "https://paper.example/b\tOther words";
const rowOf = (line: number, ok: boolean) => ({ line, url: "", quote: "", ok, message: "" });

/** The form on Ann's desk; `leave` takes the page away as a reload does. */
async function open(action: (form: FormData) => Promise<PasteRowsState>, claimId = "c1") {
  const place = document.body.appendChild(document.createElement("div"));
  place.dataset.account = "ann";
  const root = rootIn(place);
  await act(async () =>
    root.render(<PasteRowsForm claimId={claimId} action={(_state, form) => action(form)} />),
  );
  const field = place.querySelector("textarea")!;
  const paste = (text: string) =>
    act(async () => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const leave = () =>
    act(async () => {
      window.dispatchEvent(new Event("pagehide"));
      root.unmount();
      place.remove();
    });
  const send = () => act(async () => place.querySelector<HTMLButtonElement>("button[type=submit]")!.click());
  return { place, field, paste, send, leave };
}

const never = async () => null;

it("rows come back with the page on the claim they were pasted on, and can be thrown away", async () => {
  const first = await open(never);
  await first.paste(`${one}\n${two}`);
  await first.leave();
  const other = await open(never, "c2");
  expect(other.field.value).toBe("");
  await other.leave();
  const again = await open(never);
  expect(again.field.value).toBe(`${one}\n${two}`);
  expect(again.place.textContent).toContain("did not send");
  const button = [...again.place.querySelectorAll("button")].find((each) => each.type === "button")!;
  await act(async () => button.click());
  await again.leave();
  expect((await open(never)).field.value).toBe("");
});

it("of rows that were sent, those that were refused come back with the page, and none once all are logged", async () => {
  const answers: PasteRowsState[] = [
    { rows: [rowOf(1, true), rowOf(2, false)], rest: two },
    { rows: [rowOf(1, true)], rest: "" },
  ];
  const first = await open(async () => answers.shift()!);
  await first.paste(`${one}\n${two}`);
  await first.send();
  await first.leave();
  const again = await open(async () => answers.shift()!);
  expect(again.field.value).toBe(two);
  expect(again.place.textContent).toContain("did not send");
  await again.send();
  await again.leave();
  expect((await open(never)).field.value).toBe("");
  expect(localStorage).toHaveLength(0);
});

it("rows whose answer never came are put back with a line that says they were sent", async () => {
  const first = await open(async () => {
    throw new TypeError("Failed to fetch");
  });
  await first.paste(one);
  await first.send();
  await first.leave();
  const again = await open(never);
  expect(again.field.value).toBe(one);
  expect(again.place.textContent).toContain("and sent: look what became of it");
});
