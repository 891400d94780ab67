// @vitest-environment jsdom
import { act, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { QueueBody } from "./queue-body";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

vi.mock("./queue-row", () => ({
  QueueRow: ({ claim, index }: { claim: ClaimRowDto; index: number }) => (
    <tr data-index={index}>
      <td>
        <a href={`#${claim.id}`} data-row={claim.id}>
          {claim.text}
        </a>
      </td>
    </tr>
  ),
}));

const loaded = 300;
const rows = Array.from({ length: loaded }, (_, n) => ({ id: `c${n}`, text: `Claim ${n}` }) as ClaimRowDto);
let want: (index: number) => void;

function List({ many = loaded }: { many?: number }) {
  const table = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState<number | null>(null);
  want = setWanted;
  return (
    <table ref={table}>
      <QueueBody
        {...{ table, wanted }}
        rows={rows.slice(0, many)}
        query=""
        now=""
        columns={3}
        sort="newest"
        shown=""
        isLive
        at={wanted ?? 0}
        selected={new Set()}
        onHand={() => {}}
        onToggle={() => {}}
        onShown={() => {}}
        onEnd={null}
      />
    </table>
  );
}

/** The page's scrolling, as a browser does it. */
function scrollTo(options?: ScrollToOptions | number, y?: number) {
  const top = typeof options === "object" ? options.top : y;
  Object.defineProperty(window, "scrollY", { value: top, configurable: true });
  window.dispatchEvent(new Event("scroll"));
}

function standIns() {
  Object.defineProperty(document.documentElement, "scrollHeight", { value: loaded * 48, configurable: true });
  vi.stubGlobal("scrollTo", scrollTo);
  HTMLElement.prototype.scrollIntoView = () => {};
  vi.stubGlobal("CSS", { escape: (name: string) => name });
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  vi.stubGlobal("IntersectionObserver", ResizeObserver);
}

it("a list that grows long draws no row anew, and takes the focus from none", async () => {
  standIns();
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(async () => root.render(<List many={50} />));
  const rowOf = (id: string) => document.querySelector<HTMLElement>(`a[data-row=${id}]`);
  const before = rowOf("c2")!;
  before.focus();
  await act(async () => root.render(<List many={150} />));
  expect(document.querySelectorAll("a[data-row]").length).toBeLessThan(50);
  expect(rowOf("c2")).toBe(before);
  expect(document.activeElement).toBe(before);
  await act(async () => root.unmount());
});

it("of 300 rows those in sight are drawn and few around them, and a key reaches each of the others", async () => {
  standIns();
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  await act(async () => root.render(<List />));
  const drawn = () => document.querySelectorAll("a[data-row]").length;
  expect(drawn()).toBeGreaterThan(10);
  expect(drawn()).toBeLessThan(120);
  const missed: number[] = [];
  for (let index = 0; index < loaded; index += 7) {
    await act(async () => want(index));
    for (
      let turn = 0;
      turn < 5 && document.activeElement?.getAttribute("data-row") !== `c${index}`;
      turn += 1
    )
      await act(async () => void (await new Promise((done) => setTimeout(done, 20))));
    if (document.activeElement?.getAttribute("data-row") !== `c${index}`) missed.push(index);
    expect(drawn()).toBeLessThan(120);
  }
  expect(missed).toEqual([]);
  // As far as one can jump at once: from the last to the first.
  await act(async () => want(0));
  await vi.waitFor(() => expect(document.activeElement?.getAttribute("data-row")).toBe("c0"));
});
