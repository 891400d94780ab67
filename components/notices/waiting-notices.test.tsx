import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PreparedNoticeDto } from "@/lib/notices/dto";
import { WaitingNotices } from "./waiting-notices";

const notice = (
  id: string,
  cause: PreparedNoticeDto["cause"],
  name: string,
  reliability: PreparedNoticeDto["article"]["reliability"] = "corrected",
): PreparedNoticeDto => ({
  id,
  claim: { id: "c", text: "Claim" },
  article: { id: "a", name, reliability },
  slug: "claim",
  kind: "source-changed",
  text: "",
  cause,
  version: 1,
  state: "waiting",
  createdAt: "2024-06-29T10:00:00Z",
  editedBy: null,
  decided: null,
});
const render = (notices: PreparedNoticeDto[]) =>
  renderToStaticMarkup(<WaitingNotices notices={notices} maySign />);

it("prepared notices share one box, which says once what is safe and leads to each", () => {
  const html = render([notice("n1", "drift", "Herald"), notice("n2", "reliability", "Post")]);
  expect(html.match(/Readers see what was signed/g)).toHaveLength(1);
  expect(html).toContain("2 notices are prepared and wait for an editor.");
  expect(html.match(/href="\/desk\/notices\/n[12]"/g)).toHaveLength(2);
  expect(html).toContain("Herald has other words than we quote");
  expect(html).toContain("Post has been corrected");
  expect(render([notice("n1", "drift", "Herald")])).toContain("A notice is prepared");
  expect(render([])).toBe("");
});

it("says what happened to the source, and each link which notice it leads to", () => {
  const all = (["corrected", "retracted", "compromised"] as const).map((reliability) =>
    render([notice("n1", "reliability", "Post", reliability)]),
  );
  expect(all[0]).toContain("Post has been corrected");
  expect(all[1]).toContain("Post has been withdrawn");
  expect(all[2]).toContain("Post is not to be trusted");
  const both = render([notice("n1", "drift", "Herald"), notice("n2", "reliability", "Herald")]);
  expect(both).toContain("Read, sign or dismiss the notice about its words");
  expect(both).toContain("Read, sign or dismiss the notice about the source");
});
