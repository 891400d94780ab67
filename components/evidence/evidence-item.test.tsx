import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { EvidenceDto } from "@/lib/claims/dto";
import type { FormAction } from "@/components/ui/form-state";
import { EvidenceItem } from "./evidence-item";

const action: FormAction = async () => null;
const region: Extract<EvidenceDto["quote"], { region: string }> = {
  region: "xywh=percent:10,20,30,15",
  description: "A red corner",
  words: null,
  cell: null,
  confirmedBy: null,
  confirmedById: null,
  captureId: "p1",
  isPicture: true,
  contentType: "image/png",
};

const item: EvidenceDto = {
  id: "e1",
  claimId: "c1",
  articleId: "a1",
  quoteId: "q1",
  article: {
    outlet: "Harbour photo",
    title: null,
    url: null,
    publishedAt: null,
    primary: false,
    language: "en",
    conversation: null,
  },
  quote: region,
  stance: "supports",
  shows: null,
  disclosure: "public",
  decisive: null,
  translation: null,
  figures: [],
  origin: { known: false, words: "origin unknown" },
  drift: null,
  notReached: null,
  cut: null,
  addedBy: { id: "u1", name: "Checker One" },
  addedAt: "2024-06-29T10:00:00Z",
  version: 0,
};

/** The buttons by which somebody vouches for it. */
function vouching(confirmed: { by: string; id: string } | null = null, viewerId = "u2"): string[] {
  const message = "Nobody else has confirmed what this place shows.";
  const html = renderToStaticMarkup(
    <EvidenceItem
      item={{
        ...item,
        quote: { ...region, confirmedBy: confirmed?.by ?? null, confirmedById: confirmed?.id ?? null },
      }}
      number={1}
      viewer={{ id: viewerId }}
      actions={{ confirmRegion: action, tickCut: action }}
      cutIssue={{ code: "quote-cut", field: "evidence.e1.quote", message }}
    />,
  );
  return ["I see the same", "The cut is fair"].filter((words) => html.includes(words));
}

it("what a place in a picture shows is confirmed by one button, which speaks of no cut, and by a second person", () => {
  expect(vouching()).toEqual(["I see the same"]);
  expect(vouching(null, "u1")).toEqual([]);
  expect(vouching({ by: "Checker Two", id: "u3" })).toEqual([]);
});

it("whoever confirmed it elsewhere and then logged it here leaves it open for a second person", () => {
  expect(vouching({ by: "Checker One", id: "u1" })).toEqual(["I see the same"]);
});

it("a second person of the same name is a second person", () => {
  expect(vouching({ by: "Checker One", id: "u3" })).toEqual([]);
});

it("says where evidence is marked decisive what speaks against that, and once it is marked, beside the reason", () => {
  const shown = (decisive: EvidenceDto["decisive"], doubt?: string) =>
    renderToStaticMarkup(
      <EvidenceItem
        item={{ ...item, decisive }}
        number={1}
        viewer={{ id: "u1" }}
        actions={{ editEvidence: action }}
        {...(doubt ? { doubt } : {})}
      />,
    ).replaceAll("<!-- -->", "");
  const doubt = "is from where the claim itself appeared";
  expect(shown(null, doubt)).toContain(`This one ${doubt}.`);
  expect(shown(null, doubt)).not.toContain("But it");
  expect(shown({ reason: "The original." }, doubt)).toContain(`But it ${doubt}.`);
  expect(shown({ reason: "The original." })).not.toMatch(/But it|This one/);
});
