// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, onTestFinished, vi } from "vitest";
import { ChangedStrip } from "./changed-strip";
import { useOthers } from "./claim-now-context";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
vi.mock("next/navigation", async (load) => ({
  ...(await load<object>()),
  useRouter: () => ({ refresh() {} }),
}));
vi.mock("./claim-now-context", () => ({ useOthers: vi.fn() }));

async function open() {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  onTestFinished(() => act(() => root.unmount()));
  const draw = (lastId: string, shownTo = "1") => {
    const last = { entryId: lastId, by: "Checker One", at: "2031-03-08T18:10:00Z" };
    vi.mocked(useOthers).mockReturnValue({ last } as unknown as ReturnType<typeof useOthers>);
    return act(() =>
      root.render(
        <ChangedStrip shownTo={shownTo}>
          <section id="since">
            <details>
              <summary>1 change since you looked</summary>
            </details>
          </section>
        </ChangedStrip>,
      ),
    );
  };
  const seen = () => [
    place.querySelector("[role=status] p") !== null,
    !place.querySelector<HTMLElement>("#since")!.parentElement!.hidden,
  ];
  return { draw, seen, details: () => place.querySelector("details")! };
}

it("a change that is not shown yet stands in the place of those since they looked, which tell it once it is", async () => {
  const { draw, seen } = await open();
  await draw("1");
  expect(seen()).toEqual([false, true]);
  await draw("2");
  expect(seen()).toEqual([true, false]);
  await draw("2", "2");
  expect(seen()).toEqual([false, true]);
});

it("takes nothing from whoever reads what changed since they looked", async () => {
  const { draw, seen, details } = await open();
  await draw("1");
  details().open = true;
  await draw("2");
  expect(seen()).toEqual([true, true]);
});
