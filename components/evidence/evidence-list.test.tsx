import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ClaimDto, GateDto } from "@/lib/claims/dto";
import { EvidenceList } from "./evidence-list";

const claim = { id: "c1", evidence: [], from: null } as unknown as ClaimDto;
const gate = { issues: [] } as unknown as GateDto;

const shown = (beside?: { id: string; name: string }[]) =>
  renderToStaticMarkup(
    <EvidenceList
      claim={claim}
      gate={gate}
      viewer={{ id: "u1" }}
      links={{ claim: "/desk/claims/c1", addArticle: "/desk/articles/new?claim=c1" }}
      beside={beside}
      actions={{ addEvidence: async () => null }}
    />,
  );

test("a new claim can be given a quote by pasting from the article that is open beside it", () => {
  const html = shown([{ id: "a1", name: "Harbour Post" }]);
  expect(html).toContain("Paste a quote");
  expect(html).toMatch(/<option value="a1"[^>]*>.*Harbour Post/);
});

test("where no article is open yet, pasting a quote begins with its article", () => {
  expect(shown()).toMatch(/href="\/desk\/articles\/new\?claim=c1"[^>]*>Paste a quote, its article first/);
});

test("who has no keyboard is told what fingers do, and nobody is told both", () => {
  const html = shown();
  expect(html).toMatch(
    /class="\[@media\(hover:none\)_and_\(pointer:coarse\)\]:hidden">[^<]*press 1 for supports, 2 for disputes or 3 for context/,
  );
  expect(html).toMatch(/class="hidden [^"]*:inline">[^<]*tap Supports, Disputes or/);
});
