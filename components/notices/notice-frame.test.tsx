import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { NoticeFrame } from "./notice-frame";

const written = { kind: "under-review", text: "Unsigned words." } as const;
const srcOf = (props: { written: typeof written | null; preparedId?: string }) =>
  /src="([^"]*)"/.exec(
    renderToStaticMarkup(<NoticeFrame claimId="c1" version={1} isWithheld={false} {...props} />),
  )?.[1];

it("the address of the frame says which notice is shown, and none of its words", () => {
  expect(srcOf({ written: null })).toBe("/preview/claims/c1/notice");
  expect(srcOf({ written })).toBe("/preview/claims/c1/notice?shown=1");
  expect(srcOf({ written, preparedId: "p1" })).toBe("/preview/claims/c1/notice?prepared=p1");
});
