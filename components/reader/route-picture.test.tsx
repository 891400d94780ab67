import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { RecordEvidence, RecordRoute } from "@/lib/publications/record";
import { readerWords, type ReaderWords } from "@/lib/words/reader";
import { textWidth, fitText } from "./fit-text";
import { otherEvidence } from "./fixtures/example-evidence";
import { exampleRecord } from "./fixtures/example-record";
import { bigRoute, lonelyRoute } from "./fixtures/example-routes";
import type { Picture } from "./route-boxes";
import { layOutNarrow } from "./route-narrow";
import { RoutePicture } from "./route-picture";
import { RouteSection } from "./route-section";
import { layOutWide } from "./route-wide";

const en = readerWords("en");

const routes: [string, RecordRoute][] = [
  ["the example", exampleRecord.route],
  ["twelve nodes", bigRoute],
  ["one node", lonelyRoute],
];

function overlaps({ boxes }: Picture): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => `${a.node.id} ${b.node.id}`),
  );
}

describe.each(routes)("the picture of %s", (_, route) => {
  test.each([
    ["wide", layOutWide],
    ["narrow", layOutNarrow],
  ])("draws every node once, inside the picture, apart from the others (%s)", (__, layOut) => {
    const picture = layOut(route, en.route);
    expect(picture.boxes.map((box) => box.node.id).sort()).toEqual(route.nodes.map((node) => node.id).sort());
    expect(overlaps(picture)).toEqual([]);
    for (const box of picture.boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
      expect(box.y + box.height).toBeLessThanOrEqual(picture.height);
    }
    expect(picture.arrows).toHaveLength(route.edges.length);
    expect(JSON.stringify(picture)).not.toMatch(/NaN|Infinity/);
  });

  test("has no style attribute and is read out in words", () => {
    const html = renderToStaticMarkup(<RoutePicture route={route} words={en} />);
    expect(html).not.toContain("style=");
    expect(html.match(/role="img"/g)).toHaveLength(2);
    expect(html).toContain(`aria-label="${route.words}"`);
  });
});

/** Where a line goes: the ends of its pieces, and of curves the point that they come to their end from. */
function pointsOf(line: string): [number, number][] {
  const points: [number, number][] = [];
  for (const [, name, numbers] of line.matchAll(/([MHVQC])([^MHVQC]*)/g)) {
    const given = numbers!.trim().split(/[ ,]+/).map(Number);
    const [x, y] = points.at(-1) ?? [0, 0];
    if (name === "C") points.push([given[2]!, given[3]!]);
    points.push(
      name === "H" ? [given[0]!, y] : name === "V" ? [x, given[0]!] : [given.at(-2)!, given.at(-1)!],
    );
  }
  return points;
}

/** Arrows upstream, within each column, past the middle in both directions, and many into one box. */
const crowdedRoute: RecordRoute = {
  ...bigRoute,
  edges: [
    ...bigRoute.edges,
    { from: "a2", to: "r1", label: "cites", known: true },
    { from: "a1", to: "o1", label: "cites", known: true },
    { from: "o2", to: "o1", label: "told", known: true },
    ...["r1", "r2", "o2"].map((from) => ({ from, to: "a3", label: "cites", known: true })),
  ],
};

describe.each([...routes, ["many arrows", crowdedRoute] as [string, RecordRoute]])(
  "the arrows of %s",
  (_, route) => {
    test.each([
      ["wide", layOutWide],
      ["narrow", layOutNarrow],
    ])("go round the boxes and end level at the side of the one that is meant (%s)", (__, layOut) => {
      const { boxes, arrows, width } = layOut(route, en.route);
      const heads = arrows.map(({ head }) => /^M([\d.]+) ([\d.]+)l(-?\d)/.exec(head)!.slice(1).map(Number));
      for (const [index, { line }] of arrows.entries()) {
        const [tipX, tipY, wing] = heads[index] as [number, number, number];
        const into = boxes.find(
          (box) => box.y < tipY && tipY < box.y + box.height && [box.x, box.x + box.width].includes(tipX),
        );
        expect(into?.node.id).toBe(route.edges[index]!.to);
        const points = pointsOf(line);
        const [last, before] = [points.at(-1)!, points.at(-2)!];
        expect([last[0], last[1], before[1]]).toEqual([tipX + (wing < 0 ? -8 : 8), tipY, tipY]);
        expect(Math.abs(before[0] - last[0])).toBeGreaterThanOrEqual(4);
        for (const [at, [x, y]] of points.slice(1).entries()) {
          const [fromX, fromY] = points[at]!;
          expect(Math.min(x, fromX)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x, fromX)).toBeLessThanOrEqual(width);
          const through = boxes.filter(
            (box) =>
              Math.max(x, fromX) > box.x + 7 &&
              Math.min(x, fromX) < box.x + box.width - 7 &&
              Math.max(y, fromY) > box.y + 1 &&
              Math.min(y, fromY) < box.y + box.height - 1,
          );
          expect(through.map(({ node }) => node.id)).toEqual([]);
        }
      }
    });

    test.each([
      ["wide", layOutWide],
      ["narrow", layOutNarrow],
    ])("leave a box beside where others reach it (%s)", (__, layOut) => {
      const { arrows } = layOut(route, en.route);
      const ends = arrows.map(({ line }) => pointsOf(line).at(-1)!);
      for (const [index, { from }] of route.edges.entries()) {
        const [x, y] = pointsOf(arrows[index]!.line)[0]!;
        const beside = ends.filter(([endX], at) => route.edges[at]!.to === from && Math.abs(endX - x) < 20);
        for (const [, endY] of beside) expect(Math.abs(endY - y)).toBeGreaterThanOrEqual(6.5);
      }
    });

    test("reach one box at places of their own, where they are not one sender's (wide)", () => {
      const heads = layOutWide(route, en.route).arrows.map(({ head }) => head);
      const senders = route.edges.map(({ from, to, known }) => `${from} ${to} ${known}`);
      expect(new Set(heads).size).toBe(new Set(senders).size);
    });
  },
);

test("arrows that are not known are dashed, and an article without a source gets a question mark", () => {
  expect(layOutWide(exampleRecord.route, en.route).arrows.map((arrow) => arrow.known)).toEqual([
    true,
    true,
    false,
  ]);
  expect(layOutWide(lonelyRoute, en.route).stubs).toHaveLength(1);
  // The mark is centred on its place and must not be cut by the edge of the picture.
  const [mark, ...others] = layOutNarrow(lonelyRoute, en.route).stubs;
  expect(others).toEqual([]);
  expect(mark!.x).toBeGreaterThanOrEqual(textWidth("?", 13) / 2);
});

test("a box is dashed where nobody here read the article, and not because an article that was read names no source", () => {
  const read = lonelyRoute.nodes[0]!;
  const relay = (id: string, note: string) =>
    ({ ...read, id, name: id, note, column: "reported", unknown: true }) as typeof read;
  const nodes = [
    read,
    relay("seen", "read by us"),
    relay("unseen", "not read by us"),
    relay("lost", "could not be obtained"),
  ];
  const html = renderToStaticMarkup(<RoutePicture route={{ ...lonelyRoute, nodes }} words={en} />);
  const dashed = [...html.matchAll(/<g class="node article is-unknown"><title>(\w+):/g)].map(
    ([, name]) => name,
  );
  expect(dashed).toEqual(["unseen", "lost", "unseen", "lost"]);
});

test("what is suggested is drawn dotted and said to be suggested, and no reader's route has such a thing", () => {
  const edges = lonelyRoute.edges.concat({ from: "r1", to: "a1", label: "credits, suggested", known: false });
  const relay = { ...bigRoute.nodes.find(({ id }) => id === "r1")!, suggested: true as const };
  const route = {
    ...lonelyRoute,
    nodes: [relay, ...lonelyRoute.nodes],
    edges: edges.map((edge) => ({ ...edge, suggested: true as const })),
  };
  const html = renderToStaticMarkup(<RoutePicture route={route} words={en} />);
  expect(html.match(/class="arrow is-suggested"/g)).toHaveLength(2);
  expect(html.match(/node article is-suggested"><title>Meridian Agency/g)).toHaveLength(2);
  expect(html).not.toContain("(not confirmed)");
  expect(renderToStaticMarkup(<RoutePicture route={bigRoute} words={en} />)).not.toContain("is-suggested");
});

test("the full name of a shortened box is kept as its title", () => {
  const html = renderToStaticMarkup(<RoutePicture route={bigRoute} words={en} />);
  expect(html).toContain("<title>Register of the Federal Ministry for Transport and Digital Infrastructure");
});

test("the table says each arrow in words, and that a route is not known", () => {
  const html = renderToStaticMarkup(
    <RouteSection route={exampleRecord.route} evidence={[]} language="en" words={en} />,
  );
  expect(html).toContain("may be a rewrite without credit (not confirmed)");
  expect(
    renderToStaticMarkup(<RouteSection route={lonelyRoute} evidence={[]} language="en" words={en} />),
  ).toContain('<th scope="row">not known</th>');
});

test.each([
  ["Meridian Agency", 1],
  ["Register of the Federal Ministry for Transport and Digital Infrastructure and much more", 3],
  ["Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel", 2],
  ["x".repeat(500), 2],
  ["", 3],
])("%s is fitted to its lines", (name, maxLines) => {
  const lines = fitText(name, 150, 13, maxLines);
  expect(lines.length).toBeLessThanOrEqual(maxLines);
  for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(151);
});

test("says what the rating rests on where no origin is known, and which evidence is decisive, with the reason", () => {
  const { evidence, route } = exampleRecord;
  const said = (more: Partial<typeof route>, words: ReaderWords) =>
    renderToStaticMarkup(
      <RouteSection route={{ ...route, ...more }} evidence={evidence} language="en" words={words} />,
    );
  const noRoute = {
    count: 0,
    words: "No known route to an origin. One article names no source, so it is not counted.",
  };
  const [reason] = evidence.flatMap(({ decisive }) => decisive?.reason ?? []);
  const plain = (html: string) => html.replace(/<[^>]*>/g, "");
  const unknown = plain(said(noRoute, en));
  expect(unknown).toContain(
    "We know of no independent origin. One article names no source, so it is not counted. ",
  );
  expect(unknown).toContain(`The rating rests on evidence 1, which we hold decisive: ${reason}.`);
  expect(unknown).not.toContain("No known route");
  expect(said({ count: 2 }, en)).toMatch(
    /We hold evidence <a class="cite-number" href="#e1"[^>]*>1<\/a> decisive:/,
  );
  expect(plain(said({ count: 2 }, en))).not.toContain("rests on");
  expect(plain(said(noRoute, readerWords("uk")))).toMatch(
    /Жодного незалежного першоджерела .*вирішальним:/su,
  );
  const none = evidence.map((item) => ({ ...item, decisive: null }));
  expect(
    renderToStaticMarkup(
      <RouteSection route={{ ...route, count: 0 }} evidence={none} language="en" words={en} />,
    ),
  ).not.toContain("decisive");
});

test("says of a conversation on the rating's side, and of a decisive picture, that we heard or saw it ourselves", () => {
  const decisive = { reason: "It is the number on the plate." };
  const told = otherEvidence.find(({ source }) => source?.conversation)!;
  const seen = { ...otherEvidence.find(({ region }) => region)!, decisive };
  const name = "Conversation with the harbour master";
  const node = { id: told.source!.articleId, name, note: "own reporting", column: "knew-first" as const };
  const route: RecordRoute = {
    ...{ side: told.stance as "supports", count: 1, words: `One known route: ${name} itself.`, edges: [] },
    nodes: [{ ...node, what: "article", unknown: false }],
  };
  const said = (evidence: readonly RecordEvidence[], words = en) =>
    renderToStaticMarkup(
      <RouteSection route={route} evidence={evidence} language="en" words={words} />,
    ).replace(/<[^>]*>/g, "");
  const both = said([told, { ...seen, stance: told.stance }]);
  expect(both).toContain(`Our own reporting: evidence ${told.number}, from a conversation that we held.`);
  expect(both).toContain(`Read by us in the picture, page or recording itself: evidence ${seen.number}.`);
  expect(both).toContain("our own reporting");
  expect(said([told], readerWords("uk"))).toContain(`Це ми дізналися самі: доказ ${told.number}`);
  // Nothing of the kind about what stands on no side, or what does not decide.
  const context = [
    { ...told, stance: "context" as const },
    { ...seen, stance: told.stance, decisive: null },
  ];
  expect(said(context)).not.toMatch(/Our own reporting|Read by us/);
});
