import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { EvidenceDto } from "@/lib/claims/dto";
import type { ComparisonDto } from "@/lib/claims/dto";
import type { Figure } from "@/lib/figures/figure";
import { compareFigures } from "@/lib/figures/compare-figures";
import { parseFigures } from "@/lib/figures/parse-figures";
import type { FormAction } from "@/components/ui/form-state";
import { boardOf } from "./board-rows";
import { en } from "@/lib/words/en";
import { uk } from "@/lib/words/uk";
import { chartInWords, chartOf, type ChartFigure } from "./chart-rows";
import { placeOn, scaleFor } from "./chart-scale";
import { FigureBoard } from "./figure-board";
import { FigureChart } from "./figure-chart";

const figures = (text: string, prefix: string): Figure[] =>
  parseFigures(text).map((figure, index) => ({ id: `${prefix}${index}`, ...figure }));
const first = (text: string): Figure => {
  const [figure] = figures(text, text);
  if (!figure) throw new Error(`No figure in ${text}`);
  return figure;
};
const drawn = (text: string, tone: ChartFigure["tone"] = "fits"): ChartFigure => ({
  key: text,
  name: text,
  amount: text,
  figure: first(text),
  tone,
});

describe("the scale of a chart", () => {
  it.each([
    [["$34 million", "$15.5 million"], false, ["$0", "$20M", "$40M"]],
    [["$34 million", "millions of dollars"], true, ["$1M", "$10M", "$100M", "$1bn"]],
    [["40 boats", "between 30 and 90 boats"], false, ["0", "50", "100"]],
    [["5%", "7%"], false, ["0%", "4%", "8%"]],
    [["minus 5 degrees", "10 degrees"], false, ["-6 degrees", "4.5 degrees", "15 degrees"]],
  ])("of %j is log: %j, with ticks %j", (texts, isLog, labels) => {
    const scale = scaleFor(texts.map(first), en);
    expect(scale?.isLog).toBe(isLog);
    expect(scale?.ticks.map(({ label }) => label)).toEqual(labels);
  });

  it("labels its ticks as the reader's language writes numbers", () => {
    const labels = (texts: string[]) => scaleFor(texts.map(first), uk)?.ticks.map(({ label }) => label);
    expect(labels(["$34 million", "$15.5 million"])).toEqual([
      "0\u00a0$",
      "20\u00a0млн\u00a0$",
      "40\u00a0млн\u00a0$",
    ]);
    expect(labels(["5%", "7%"])).toEqual(["0%", "4%", "8%"]);
  });

  it("places every value on the line, the open ends at its edges", () => {
    const scale = scaleFor(["$34 million", "$3"].map(first), en)!;
    for (const value of [-Infinity, 0, 3, 1000, 34e6, Infinity]) {
      const place = placeOn(scale, value);
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(1);
    }
    expect(placeOn(scale, 3)).toBeLessThan(placeOn(scale, 1000));
  });
});

describe("a chart", () => {
  it("shows only what can stand on one line: no other currency, no other unit, nothing denied", () => {
    const claim = drawn("at least $34 million", "claim");
    expect(
      chartOf(claim, [drawn("46.6 million roubles"), drawn("5%"), drawn("not $3 million")], en),
    ).toBeNull();
    const chart = chartOf(
      claim,
      [drawn("46.6 million roubles"), drawn("almost $15.5 million", "contradicts")],
      en,
    );
    expect(chart?.rows.map(({ key }) => key)).toEqual(["at least $34 million", "almost $15.5 million"]);
    expect(chart?.rows[0]).toMatchObject({ isOpenHigh: true, isOpenLow: false, to: 1 });
    expect(chart?.rows[1]).toMatchObject({ isAbout: true, isOpenHigh: false });
  });

  it("is left out when there is nothing to look at", () => {
    expect(chartOf(drawn("$34 million", "claim"), [], en)).toBeNull();
    expect(chartOf(drawn("$34 million", "claim"), [drawn("$34M")], en)).toBeNull();
  });

  it("is told in words to who cannot see it", () => {
    const rows = [
      drawn("$34 million", "claim"),
      drawn("$5 million", "contradicts"),
      drawn("$6 million", "apart"),
    ];
    expect(chartInWords(rows, en)).toBe(
      "$34 million: $34 million. $5 million: $5 million, contradicts. $6 million: $6 million, not comparable.",
    );
  });
});

const claimText = "The yard bought at least $9 million in Chilean engines between 2018 and 2023.";
const sources: [string, string][] = [
  ["Harbour Post", "The yard bought at least $9 million in Chilean engines between 2018 and 2023."],
  [
    "The Register",
    "The yard bought engines worth at least $9 million from all countries between 2018 and 2023.",
  ],
  ["Customs", "The yard bought almost $4 million in Chilean engines between 2018 and 2023."],
];

function scene(status: ComparisonDto["status"] = "suggested") {
  const claim = { id: "c1", figures: figures(claimText, "c"), evidence: [] as EvidenceDto[] };
  claim.evidence = sources.map(
    ([outlet, text], index) =>
      ({
        id: `e${index}`,
        article: { outlet, title: null },
        figures: figures(text, `f${index}-`),
      }) as unknown as EvidenceDto,
  );
  const comparisons = claim.evidence.map((item, index): ComparisonDto => {
    const [a, b] = [claim.figures[0]!, item.figures[0]!];
    const compared = compareFigures(a, b)!;
    return { id: `p${index}`, a: a.id, b: b.id, ...compared, sameReport: index === 0, status };
  });
  return { claim, comparisons };
}

describe("the board", () => {
  it("puts open conflicts first and counts them", () => {
    const { claim, comparisons } = scene();
    const board = boardOf(claim, comparisons);
    expect(board.groups[0]?.pairs.map((pair) => pair.class)).toEqual([
      "contradiction",
      "different-scope",
      "equal",
    ]);
    expect(board.open).toBe(2);
    const decided = comparisons.map((pair, index) =>
      index === 2 ? { ...pair, status: "confirmed" as const } : pair,
    );
    expect(boardOf(claim, decided).groups[0]?.pairs.map((pair) => pair.class)).toEqual([
      "different-scope",
      "contradiction",
      "equal",
    ]);
  });

  it("puts a figure that is in conflict before those that fit, and the sources first where only they are", () => {
    const { claim, comparisons } = scene();
    const [calm] = figures("9 boats", "n");
    const fits = { ...comparisons[0]!, id: "n", a: calm!.id, class: "equal" as const };
    const two = { ...claim, figures: [calm!, ...claim.figures] };
    const board = boardOf(two, [fits, ...comparisons.slice(1)]);
    expect(board.groups.map(({ figure }) => figure.id)).toEqual([claim.figures[0]!.id, calm!.id]);
    const between = { ...comparisons[2]!, id: "b", a: claim.evidence[0]!.figures[0]!.id };
    const first = (given: ComparisonDto[]) => {
      const html = renderToStaticMarkup(<FigureBoard claim={claim} comparisons={given} />);
      return html.indexOf("Between the sources") < html.indexOf("The claim says");
    };
    expect(first([comparisons[0]!, between])).toBe(true);
    expect(first([comparisons[2]!, between])).toBe(false);
  });

  it("draws a conflict that nobody has decided as one, in picture, key and table, and what was decided as decided", () => {
    const { claim, comparisons } = scene();
    const open = renderToStaticMarkup(<FigureBoard claim={claim} comparisons={comparisons} />);
    expect(open).toContain("diamond: conflict, not decided");
    expect(open).toContain("conflict, not decided; by the rule: all countries: not comparable");
    expect(open).not.toContain("ring: not comparable");
    expect(open).toMatch(/aria-label="[^"]*almost \$4\smillion, conflict, not decided/);
    const decided = renderToStaticMarkup(
      <FigureBoard claim={claim} comparisons={scene("confirmed").comparisons} />,
    );
    expect(decided).toContain("cross: contradicts · ring: not comparable");
    expect(decided).not.toContain("not decided");
  });

  it("draws the claim's line beside the words of a row, never through them", () => {
    const claim = drawn("at least $34 million", "claim");
    const chart = chartOf(claim, [drawn("$15.5 million", "contradicts"), drawn("$5 million")], en)!;
    const html = renderToStaticMarkup(<FigureChart chart={chart} words={en} />);
    const [, line] = /<path d="([^"]+)"[^>]*stroke-dasharray="2 3"/.exec(html)!;
    const stretches = [...line!.matchAll(/M[\d.]+ ([\d.]+)V([\d.]+)/g)].map(([, from, to]) => [+from!, +to!]);
    const names = [...html.matchAll(/<text x="1" y="([\d.]+)"/g)].map(([, y]) => Number(y)).slice(0, 3);
    expect(names).toHaveLength(3);
    for (const y of names)
      for (const [from, to] of stretches) expect(to! <= y - 12 || from! >= y + 4).toBe(true);
  });

  it("says of each row, its button and its line in the picture which passage the figure stands in", () => {
    const { claim, comparisons } = scene();
    const decide: FormAction = async () => null;
    const html = renderToStaticMarkup(
      <FigureBoard claim={claim} comparisons={comparisons} decide={decide} />,
    );
    expect(html).toMatch(/href="#evidence-e2">Customs \(evidence 3\), almost \$4\smillion<\/a>/);
    expect(html).toMatch(/aria-label="Confirm: Customs \(evidence 3\), /);
    expect(html).toMatch(/<th scope="row"[^>]*>Customs \(evidence 3\)</);
  });

  it("offers to confirm together what is equal in one article, and no conflict, nor what is confirmed or stands in another", () => {
    const { claim, comparisons } = scene();
    const decide: FormAction = async () => null;
    const evidence = claim.evidence.map((item) => ({ ...item, articleId: "a1" }));
    const equal = comparisons.map((pair) => ({ ...pair, class: "equal" as const }));
    const draw = (pairs: ComparisonDto[], items = evidence) =>
      renderToStaticMarkup(
        <FigureBoard claim={{ ...claim, evidence: items }} comparisons={pairs} decide={decide} />,
      );
    const html = draw([comparisons[1]!, equal[0]!, equal[2]!]);
    expect(html).toMatch(/Confirm all (<!-- -->)?2(<!-- -->)? of .* that are (<!-- -->)?the same</);
    expect(html.match(/name="also" value="[^"]*"/g)).toEqual(['name="also" value="p2"']);
    const confirmed = { ...equal[2]!, status: "confirmed" as const };
    const apart = evidence.map((item, index) => ({ ...item, articleId: `a${index}` }));
    for (const other of [draw([equal[0]!, confirmed]), draw(equal, apart), draw(comparisons)])
      expect(other).not.toContain("Confirm all");
  });

  it("leaves out pairs whose figures are gone", () => {
    const { claim, comparisons } = scene();
    expect(boardOf({ ...claim, evidence: [] }, comparisons).groups).toEqual([]);
  });

  it("says in words what the picture shows, marks the same report, and offers to confirm or change", () => {
    const { claim, comparisons } = scene();
    const decide: FormAction = async () => null;
    const html = renderToStaticMarkup(
      <FigureBoard claim={claim} comparisons={comparisons} decide={decide} />,
    );
    for (const words of [
      "2 conflicts to decide",
      "all countries: not comparable",
      "same report, not a second check",
      "cannot both be true: $5M apart",
      "Confirm: contradicts it",
      "Save how they compare",
      'role="img"',
      "<table",
    ])
      expect(html).toContain(words);
    const read = renderToStaticMarkup(
      <FigureBoard claim={claim} comparisons={scene("confirmed").comparisons} />,
    );
    expect(read).toContain("no conflict left open");
    expect(read).not.toContain("<form");
  });
});

it("keeps in the picture the number of a passage whose source has a name that is cut", () => {
  const { claim, comparisons } = scene();
  const outlet = "The Herald of the coast and of all its harbours ".repeat(8);
  const evidence = claim.evidence.map((item) => ({ ...item, article: { ...item.article, outlet } }));
  const html = renderToStaticMarkup(<FigureBoard claim={{ ...claim, evidence }} comparisons={comparisons} />);
  const drawn = html.slice(html.indexOf("<svg"), html.indexOf("</svg>"));
  expect(drawn).toMatch(/>Evidence 3 · The Herald/);
  expect(drawn).toContain("…<");
});
