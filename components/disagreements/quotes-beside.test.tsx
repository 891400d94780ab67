import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { EvidenceDto } from "@/lib/claims/dto";
import { QuotesBeside } from "./quotes-beside";

type Said = { sentence: string; exact?: string; language?: string };

const evidence = (said: readonly Said[]) =>
  said.map(({ sentence, exact = sentence, language = "en" }, index) => ({
    id: `e${index}`,
    articleId: `a${index}`,
    stance: "supports",
    quote: { exact, sentence },
    article: { outlet: `Outlet ${index}`, title: null, publishedAt: null, language },
    translation: null,
  })) as unknown as EvidenceDto[];

const shown = (...said: Said[]) =>
  renderToStaticMarkup(
    <QuotesBeside
      claimId="c1"
      evidence={evidence(said)}
      chosen={said.map((_, index) => `e${index}`)}
      names={[]}
    />,
  );

it("underlines what differs, in no colour of quoted words, and says what the line means", () => {
  const html = shown({ sentence: "They ordered 7 ferries." }, { sentence: "They ordered 9 ferries." });
  expect(html).toMatch(/<mark class="[^"]*bg-transparent[^"]*underline[^"]*">7<\/mark>/);
  expect(html).toContain("Underlined: said differently by another of them, or not at all.");
  expect(html).not.toContain("Grey:");
});

it("explains grey words only where some of a sentence was not quoted", () => {
  const sentence = "They ordered 7 ferries.";
  expect(shown({ sentence, exact: "7 ferries" }, { sentence })).toContain("Grey: the rest of the sentence");
  expect(shown({ sentence, exact: "They ordered 7 ferries" }, { sentence })).not.toContain("Grey:");
});

it("explains nothing where nothing was compared", () => {
  const html = shown(
    { sentence: "They ordered 7 ferries." },
    { sentence: "Замовили 9 поромів.", language: "uk" },
  );
  expect(html).toContain("Not compared: different");
  expect(html).not.toMatch(/Underlined:|Grey:|<mark/);
});
