import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { EvidenceDto } from "@/lib/claims/dto";
import { EarlierQuotes } from "./earlier-quotes";

const quoted = (id: string, articleId: string, captureId: string) =>
  ({ id, articleId, quoteId: `q-${id}`, quote: { captureId } }) as unknown as EvidenceDto;

it("says beside the newest copy which quotes are in an earlier one, with the way there", () => {
  const evidence = [quoted("e1", "a1", "new"), quoted("e2", "a1", "old"), quoted("e3", "a2", "other")];
  const html = renderToStaticMarkup(<EarlierQuotes evidence={evidence} articleId="a1" captureId="new" />);
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toMatch(/href="\/desk\/captures\/old\?quote=q-e2">evidence (<!-- -->)?2/);
  expect(renderToStaticMarkup(<EarlierQuotes evidence={[]} articleId="a1" captureId="new" />)).toBe("");
});
