import type { DrawnRoute } from "@/lib/attributions/route-view";
import {
  arrowHead,
  columns,
  edgeTitle,
  makeBox,
  middle,
  round,
  withoutSource,
  type Arrow,
  type Box,
  type Picture,
  type RouteWords,
  type Stub,
} from "./route-boxes";

const boxWidth = 178;
const step = 231;
const top = 30;
const gap = 16;

/** A lane through the middle column keeps its place like a box, for an arrow that skips the column. */
type Place = { id: string; y: number; height: number; box: Box | null };

function laneId(from: string, to: string): string {
  return `${from} → ${to}`;
}

function columnOf(route: DrawnRoute): Map<string, number> {
  return new Map(route.nodes.map((node) => [node.id, columns.indexOf(node.column)]));
}

type Link = { from: string; to: string };

/** Arrows between neighbouring columns; one that skips the middle becomes two, joined in a lane. */
function neighbourLinks(route: DrawnRoute, column: Map<string, number>): Link[] {
  return route.edges.flatMap(({ from, to }) =>
    column.get(from) === 0 && column.get(to) === 2
      ? [
          { from, to: laneId(from, to) },
          { from: laneId(from, to), to },
        ]
      : [{ from, to }],
  );
}

function makePlaces(route: DrawnRoute, column: Map<string, number>): Place[][] {
  const places: Place[][] = [[], [], []];
  for (const node of route.nodes) {
    const box = makeBox(node, boxWidth);
    places[column.get(node.id) ?? 2]?.push({ id: node.id, y: 0, height: box.height, box });
  }
  for (const { from, to } of route.edges) {
    if (column.get(from) === 0 && column.get(to) === 2) {
      places[1]?.push({ id: laneId(from, to), y: 0, height: 14, box: null });
    }
  }
  return places;
}

/** Sorts a column by where its arrows go and puts each place level with the first of them, top to bottom. */
function settle(column: Place[], next: Place[], links: Link[]): void {
  const targets = (id: string) =>
    next
      .map((place, index) => ({ place, index }))
      .filter((x) => links.some((l) => l.from === id && l.to === x.place.id));
  const mean = (id: string) => {
    const found = targets(id);
    return found.length === 0 ? next.length : found.reduce((sum, x) => sum + x.index, 0) / found.length;
  };
  column.sort((a, b) => mean(a.id) - mean(b.id));
  let floor = top;
  for (const place of column) {
    const first = targets(place.id)[0]?.place;
    const wanted = first === undefined ? floor : middle(first) - place.height / 2;
    place.y = Math.max(floor, wanted);
    floor = place.y + place.height + gap;
  }
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  if (Math.abs(y1 - y2) < 1) return `H${round(x2)}`;
  const bend = (x2 - x1) / 2;
  return `C${round(x1 + bend)} ${round(y1)} ${round(x2 - bend)} ${round(y2)} ${round(x2)} ${round(y2)}`;
}

function forward(from: Place, to: Place, lane: Place | undefined): { line: string; head: string } {
  const x1 = (from.box?.x ?? 0) + boxWidth;
  const [y1, x2, y2] = [middle(from), to.box?.x ?? 0, middle(to)];
  const start = `M${round(x1)} ${round(y1)}`;
  const head = arrowHead(round(x2), round(y2), "right");
  if (lane === undefined) return { line: start + curve(x1, y1, x2 - 8, y2), head };
  const y = middle(lane);
  const across = `${curve(x1, y1, step, y)}H${step + boxWidth}${curve(step + boxWidth, y, x2 - 8, y2)}`;
  return { line: start + across, head };
}

/** Within a column, or against the reading direction: a loop through the space beside the boxes. */
function around(from: Place, to: Place, isLast: boolean): { line: string; head: string } {
  const isDown = from.y < to.y;
  const side = isLast ? -1 : 1;
  const edge = (place: Place) => (place.box?.x ?? 0) + (isLast ? 0 : boxWidth);
  const y1 = isDown ? from.y + from.height - 12 : from.y + 12;
  const y2 = isDown ? to.y + 12 : to.y + to.height - 12;
  const [x1, x2] = [edge(from), edge(to)];
  const line = `M${x1} ${round(y1)}C${x1 + side * 34} ${round(y1)} ${x2 + side * 34} ${round(y2)} ${x2 + side * 8} ${round(y2)}`;
  return { line, head: arrowHead(x2, round(y2), isLast ? "right" : "left") };
}

function drawArrows(
  route: DrawnRoute,
  column: Map<string, number>,
  all: Map<string, Place>,
  words: RouteWords,
): Arrow[] {
  return route.edges.flatMap((edge) => {
    const [from, to] = [all.get(edge.from), all.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    const [a, b] = [column.get(edge.from) ?? 0, column.get(edge.to) ?? 0];
    const drawn =
      a < b ? forward(from, to, all.get(laneId(edge.from, edge.to))) : around(from, to, a === 2 && b === 2);
    return [
      {
        ...drawn,
        known: edge.known,
        suggested: edge.suggested === true,
        title: edgeTitle(route, edge, words),
      },
    ];
  });
}

function drawStubs(route: DrawnRoute, boxes: Box[]): Stub[] {
  const lonely = withoutSource(route);
  return boxes
    .filter((box) => lonely.has(box.node.id) && box.x > 0)
    .map((box) => {
      const y = round(middle(box));
      return {
        line: `M${box.x - 34} ${y}H${box.x - 8}`,
        head: arrowHead(box.x, y, "right"),
        x: box.x - 42,
        y: y + 5,
      };
    });
}

/** Three columns side by side, for 600 px and more. */
export function layOutWide(route: DrawnRoute, words: RouteWords): Picture {
  const column = columnOf(route);
  const places = makePlaces(route, column);
  const links = neighbourLinks(route, column);
  const [first = [], second = [], third = []] = places;
  settle(third, [], []);
  settle(second, third, links);
  settle(first, second, links);
  const flat = places.flat();
  places.forEach((list, index) =>
    list.forEach((place) => {
      if (place.box !== null) Object.assign(place.box, { x: index * step, y: place.y });
    }),
  );
  const boxes = flat.flatMap((place) => (place.box === null ? [] : [place.box]));
  return {
    width: 2 * step + boxWidth,
    height: Math.max(top + 40, ...flat.map((place) => place.y + place.height)) + 2,
    headings: columns.map((id, index) => ({
      text: words.columns[id],
      x: index * step + 1,
      y: 14,
      isEmpty: !boxes.some((box) => box.x === index * step),
    })),
    boxes,
    arrows: drawArrows(route, column, new Map(flat.map((place) => [place.id, place])), words),
    stubs: drawStubs(route, boxes),
  };
}
