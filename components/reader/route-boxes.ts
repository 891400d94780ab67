import type { DrawnRoute } from "@/lib/attributions/route-view";
import type { RouteNode as RecordNode } from "@/lib/publications/record";
import type { ReaderWords } from "@/lib/words/reader";
import { fitText } from "./fit-text";

export type RouteWords = ReaderWords["route"];

export type RouteNode = DrawnRoute["nodes"][number];
export type Column = RecordNode["column"];

/** From left to right. */
export const columns: readonly Column[] = ["knew-first", "reported", "read"];

/** A node as a box: where it stands and its text, broken into lines. */
export type Box = {
  node: RouteNode;
  x: number;
  y: number;
  width: number;
  height: number;
  name: string[];
  note: string[];
};

/** An arrow: the line, and the triangle at its end. */
export type Arrow = { line: string; head: string; known: boolean; suggested: boolean; title: string };

/** A short dashed line into an article that names no source. */
export type Stub = { line: string; head: string; x: number; y: number };

export type Heading = { text: string; x: number; y: number; isEmpty: boolean };

export type Picture = {
  width: number;
  height: number;
  headings: Heading[];
  boxes: Box[];
  arrows: Arrow[];
  stubs: Stub[];
};

const nameSizePx = 13;
export const nameLinePx = 17;
const noteSizePx = 12.5;
export const noteLinePx = 16;
/** A box grows with its name: often nothing else on the page tells the source by it. */
const mostNameLines = 6;
const padPx = 13;
/**
 * How much wider than estimated a line may come out: names are set bold, and where our face does not load the reader's own,
 * often a wide one, stands in for it. The box must hold those too.
 */
const widest = { name: 1.24, note: 1.12 };

/** Round ends of origins eat into the text. */
export function textInset(node: RouteNode): number {
  return node.what === "origin" ? 20 : padPx;
}

/**
 * Whether a node is drawn dashed: an article that nobody here read, and a source known only to the relay. That an article
 * that we read names no source is told by what leads into it.
 */
export function isDashed(node: RouteNode, notes: ReaderWords["recorded"]["notes"]): boolean {
  if (node.what === "origin") return node.naming === "unnamed-known-to-relay";
  return node.column === "reported" && [notes["not-read"], notes["not-obtained"]].includes(node.note);
}

export function makeBox(node: RouteNode, width: number): Box {
  const room = width - 2 * textInset(node) + 4;
  const name = fitText(node.name, room, nameSizePx * widest.name, mostNameLines);
  const note = fitText(node.note, room, noteSizePx * widest.note, 2);
  const height = 20 + name.length * nameLinePx + note.length * noteLinePx;
  return { node, x: 0, y: 0, width, height, name, note };
}

export function middle(box: { y: number; height: number }): number {
  return box.y + box.height / 2;
}

/** Whether nobody knows who stands in a column: it is empty, and no arrow leads past it from whoever knew it first. */
export function isNotKnown(route: DrawnRoute, column: Column): boolean {
  const columnOf = new Map(route.nodes.map((node) => [node.id, node.column]));
  const leadsPast = ({ from, to }: DrawnRoute["edges"][number]) =>
    columnOf.get(from) === "knew-first" && columnOf.get(to) === "read";
  const isEmpty = route.nodes.every((node) => node.column !== column);
  return isEmpty && !(column === "reported" && route.edges.some(leadsPast));
}

/** The columns to name: one that is empty only because arrows lead past it has nothing for a heading to stand over. */
export function namedColumns(route: DrawnRoute): Column[] {
  return columns.filter((id) => route.nodes.some(({ column }) => column === id) || isNotKnown(route, id));
}

/** Nodes nothing leads to, although they must have it from somewhere. */
export function withoutSource(route: DrawnRoute): Set<string> {
  const reached = new Set(route.edges.map((edge) => edge.to));
  return new Set(
    route.nodes
      .filter((node) => node.what === "article" && node.unknown && !reached.has(node.id))
      .map((node) => node.id),
  );
}

export function arrowHead(x: number, y: number, pointing: "right" | "left"): string {
  return pointing === "right" ? `M${x} ${y}l-9-5v10z` : `M${x} ${y}l9-5v10z`;
}

export function edgeTitle(
  route: DrawnRoute,
  edge: DrawnRoute["edges"][number],
  { notConfirmed }: RouteWords,
): string {
  const how = edge.known || edge.suggested ? edge.label : notConfirmed(edge.label);
  const name = (id: string) => route.nodes.find((node) => node.id === id)?.name ?? "";
  return `${name(edge.from)} → ${name(edge.to)}: ${how}`;
}

/** Arrows of one sender and one certainty share their way as far as it goes. */
export function senderKey({ from, known, suggested }: DrawnRoute["edges"][number]): string {
  return `${from} ${known} ${suggested === true}`;
}

/** Keeps paths short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
