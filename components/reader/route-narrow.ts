import type { DrawnRoute } from "@/lib/attributions/route-view";
import {
  arrowHead,
  columns,
  edgeTitle,
  isNotKnown,
  makeBox,
  middle,
  namedColumns,
  round,
  senderKey,
  withoutSource,
  type Arrow,
  type Box,
  type Heading,
  type Picture,
  type RouteWords,
} from "./route-boxes";

const width = 300;
const gap = 12;

/** Arrows of one sender share a lane in the margin. */
type Lane = { key: string; from: number; to: number; index: number };

function spans(route: DrawnRoute, order: Map<string, number>): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const edge of route.edges) {
    const [a, b] = [order.get(edge.from), order.get(edge.to)];
    if (a === undefined || b === undefined) continue;
    const key = senderKey(edge);
    const lane = lanes.get(key) ?? { key, from: a, to: a, index: 0 };
    lanes.set(key, { ...lane, from: Math.min(lane.from, a, b), to: Math.max(lane.to, a, b) });
  }
  return [...lanes.values()];
}

/** Gives each lane the place nearest to the boxes that no other lane uses on its way; shorter ones first. */
function assignLanes(route: DrawnRoute, order: Map<string, number>): Map<string, number> {
  const lanes = spans(route, order).sort((a, b) => a.to - a.from - (b.to - b.from));
  const taken: Lane[] = [];
  for (const lane of lanes) {
    const clashes = taken.filter((other) => other.from <= lane.to && lane.from <= other.to);
    while (clashes.some((other) => other.index === lane.index)) lane.index += 1;
    taken.push(lane);
  }
  return new Map(taken.map((lane) => [lane.key, lane.index]));
}

function stack(
  route: DrawnRoute,
  gutter: number,
  words: RouteWords,
): { boxes: Box[]; headings: Heading[]; height: number } {
  const boxes: Box[] = [];
  const headings: Heading[] = [];
  let y = 0;
  for (const id of namedColumns(route)) {
    const nodes = route.nodes.filter((node) => node.column === id);
    const isEmpty = isNotKnown(route, id);
    headings.push({ text: words.columns[id], x: gutter + 1, y: y + 14, isEmpty });
    y += isEmpty ? 44 : 24;
    for (const node of nodes) {
      const box = { ...makeBox(node, width - gutter), x: gutter, y };
      boxes.push(box);
      y += box.height + gap;
    }
    y += 8;
  }
  return { boxes, headings, height: y - gap - 6 };
}

function drawArrow(from: Box, to: Box, laneX: number): { line: string; head: string } {
  const isDown = from.y < to.y;
  const x = from.x;
  // What comes from above and below stands apart, and apart from what leaves.
  const y1 = round(isDown ? middle(from) + 3 : middle(from) - 3);
  const y2 = round(isDown ? middle(to) - 10 : middle(to) + 10);
  const [turn, back] = isDown ? [6, -6] : [-6, 6];
  // It begins under the box, whose ends may be round.
  const line =
    `M${x + 4} ${y1}H${laneX + 6}Q${laneX} ${y1} ${laneX} ${y1 + turn}` +
    `V${y2 + back}Q${laneX} ${y2} ${laneX + 6} ${y2}H${x - 8}`;
  return { line, head: arrowHead(x, y2, "right") };
}

/** The same picture from top to bottom, arrows in the margin, for telephones and 400% zoom. */
export function layOutNarrow(route: DrawnRoute, words: RouteWords): Picture {
  const sequence = columns.flatMap((id) => route.nodes.filter((node) => node.column === id));
  const order = new Map(sequence.map((node, index) => [node.id, index]));
  const lanes = assignLanes(route, order);
  const laneCount = lanes.size === 0 ? 0 : Math.max(...lanes.values()) + 1;
  const spacing = laneCount > 6 ? 66 / laneCount : 11;
  const lonely = withoutSource(route);
  // Between the lanes and the boxes is room for a head with some of its line, and for a question mark with its own.
  const clear = lonely.size > 0 ? 46 : 26;
  const gutter = Math.max(
    lonely.size > 0 ? 40 : 2,
    laneCount === 0 ? 2 : Math.round(clear + 2 + spacing * (laneCount - 1)),
  );
  const { boxes, headings, height } = stack(route, gutter, words);
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const arrows = route.edges.flatMap((edge): Arrow[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (from === undefined || to === undefined || from === to) return [];
    const laneX = round(gutter - clear - spacing * (lanes.get(senderKey(edge)) ?? 0));
    return [
      {
        ...drawArrow(from, to, laneX),
        known: edge.known,
        suggested: edge.suggested === true,
        title: edgeTitle(route, edge, words),
      },
    ];
  });
  const stubs = boxes
    .filter((box) => lonely.has(box.node.id))
    .map((box) => {
      const y = round(middle(box));
      return {
        line: `M${box.x - 24} ${y}H${box.x - 8}`,
        head: arrowHead(box.x, y, "right"),
        x: box.x - 33,
        y: y + 5,
      };
    });
  return { width, height, headings, boxes, arrows, stubs };
}
