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
  type Picture,
  type RouteWords,
  type Stub,
} from "./route-boxes";
import { drawGutter, gutterWidth, type DrawnJoint, type Joint, type Side } from "./route-gutters";

const usualWidth = 172;
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

function skipsTheMiddle({ from, to }: Link, column: Map<string, number>): boolean {
  return Math.abs((column.get(from) ?? 0) - (column.get(to) ?? 0)) === 2;
}

/** Arrows between neighbouring columns; one that skips the middle becomes two, joined in a lane. */
function neighbourLinks(route: DrawnRoute, column: Map<string, number>): Link[] {
  return route.edges.flatMap(({ from, to }) =>
    skipsTheMiddle({ from, to }, column)
      ? [
          { from, to: laneId(from, to) },
          { from: laneId(from, to), to },
        ]
      : [{ from, to }],
  );
}

function makePlaces(route: DrawnRoute, column: Map<string, number>, boxWidth: number): Place[][] {
  const places: Place[][] = [[], [], []];
  for (const node of route.nodes) {
    const box = makeBox(node, boxWidth);
    places[column.get(node.id) ?? 2]?.push({ id: node.id, y: 0, height: box.height, box });
  }
  for (const { from, to } of route.edges) {
    if (skipsTheMiddle({ from, to }, column)) {
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

/** Where each column begins, and how wide its boxes are. */
type Edges = { at: readonly [number, number, number]; boxWidth: number };

/** The two gutters as wide as the lines in each ask for; how wide they are changes nothing about where lines turn. */
function edgesFor(route: DrawnRoute, boxWidth: number, waysAt: (edges: Edges) => readonly Way[]): Edges {
  const ways = waysAt({ at: [0, boxWidth, 2 * boxWidth], boxWidth });
  const widthOf = (gutter: 0 | 1) => gutterWidth(jointsIn(ways, gutter), hasStubs(route, gutter));
  const second = boxWidth + widthOf(0);
  return { at: [0, second, second + boxWidth + widthOf(1)], boxWidth };
}

const hasStubs = (route: DrawnRoute, gutter: 0 | 1) => gutter === 1 && withoutSource(route).size > 0;

/** An arrow with the one or two joints that it is made of, each with its gutter. */
type Way = { edge: DrawnRoute["edges"][number]; parts: { gutter: 0 | 1; joint: Joint }[] };

function jointsIn(ways: readonly Way[], gutter: 0 | 1): Joint[] {
  return ways.flatMap(({ parts }) => parts.flatMap((part) => (part.gutter === gutter ? [part.joint] : [])));
}

type SideOf = (place: Place, column: number, faces: Side["faces"]) => Side;

const sidesAt =
  ({ at, boxWidth }: Edges): SideOf =>
  ({ id, y, height }, column, faces) => {
    const x = at[column]! + (faces === "right" ? boxWidth : 0);
    return { id, y, height, x, faces };
  };

/** The one or two joints of an arrow and the gutters they lie in, in its direction; within a column it goes round beside it. */
function jointsOf(
  edge: DrawnRoute["edges"][number],
  column: Map<string, number>,
  all: Map<string, Place>,
  sideOf: SideOf,
): Way["parts"] {
  const [from, to] = [all.get(edge.from), all.get(edge.to)];
  if (from === undefined || to === undefined || from === to) return [];
  const [a, b] = [column.get(edge.from) ?? 0, column.get(edge.to) ?? 0];
  const sender = senderKey(edge);
  const [out, into] = a < b ? (["right", "left"] as const) : (["left", "right"] as const);
  if (a === b) {
    const faces = a === 2 ? "left" : "right";
    const joint = { sender, from: sideOf(from, a, faces), to: sideOf(to, b, faces) };
    return [{ gutter: a === 0 ? 0 : 1, joint }];
  }
  const lane = all.get(laneId(edge.from, edge.to));
  if (lane === undefined) {
    const joint = { sender, from: sideOf(from, a, out), to: sideOf(to, b, into) };
    return [{ gutter: Math.min(a, b) === 0 ? 0 : 1, joint }];
  }
  return [
    { gutter: a === 0 ? 0 : 1, joint: { sender, from: sideOf(from, a, out), to: sideOf(lane, 1, into) } },
    {
      gutter: a === 0 ? 1 : 0,
      joint: { sender: lane.id, from: sideOf(lane, 1, out), to: sideOf(to, b, into) },
    },
  ];
}

function drawArrows(route: DrawnRoute, ways: readonly Way[], edges: Edges, words: RouteWords): Arrow[] {
  const { at, boxWidth } = edges;
  const drawn = new Map<Joint, DrawnJoint>();
  for (const gutter of [0, 1] as const) {
    const joints = jointsIn(ways, gutter);
    const x = at[gutter] + boxWidth;
    const room = { x, width: at[gutter + 1]! - x, hasStubs: hasStubs(route, gutter) };
    drawGutter(joints, room).forEach((line, index) => drawn.set(joints[index]!, line));
  }
  return ways.flatMap(({ edge, parts }) => {
    const [first, second] = parts.map(({ joint }) => drawn.get(joint)!);
    if (first === undefined) return [];
    // Past the middle column on the level of its lane.
    const across = second === undefined ? "" : `H${parts[1]!.joint.from.x}${second.line}`;
    return [
      {
        line: first.line + across,
        head: (second ?? first).head,
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
        line: `M${box.x - 19} ${y}H${box.x - 8}`,
        head: arrowHead(box.x, y, "right"),
        x: box.x - 24,
        y: y + 5,
      };
    });
}

/** Three columns side by side, for 600 px and more with the usual boxes. */
export function layOutWide(route: DrawnRoute, words: RouteWords, boxWidth = usualWidth): Picture {
  const column = columnOf(route);
  const places = makePlaces(route, column, boxWidth);
  const links = neighbourLinks(route, column);
  const [first = [], second = [], third = []] = places;
  settle(third, [], []);
  settle(second, third, links);
  settle(first, second, links);
  const flat = places.flat();
  const all = new Map(flat.map((place) => [place.id, place]));
  const waysAt = (at: Edges): Way[] =>
    route.edges.map((edge) => ({ edge, parts: jointsOf(edge, column, all, sidesAt(at)) }));
  const edges = edgesFor(route, boxWidth, waysAt);
  places.forEach((list, index) =>
    list.forEach((place) => {
      if (place.box !== null) Object.assign(place.box, { x: edges.at[index], y: place.y });
    }),
  );
  const boxes = flat.flatMap((place) => (place.box === null ? [] : [place.box]));
  return {
    width: edges.at[2] + boxWidth,
    height: Math.max(top + 40, ...flat.map((place) => place.y + place.height)) + 2,
    headings: namedColumns(route).map((id) => ({
      text: words.columns[id],
      x: edges.at[columns.indexOf(id)]! + 1,
      y: 14,
      isEmpty: isNotKnown(route, id),
    })),
    boxes,
    arrows: drawArrows(route, waysAt(edges), edges, words),
    stubs: drawStubs(route, boxes),
  };
}
