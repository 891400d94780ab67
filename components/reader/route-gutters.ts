import { arrowHead, round } from "./route-boxes";

/** The right or left side of a box, or the way past boxes that an arrow takes through a column: what a line joins. */
export type Side = { id: string; y: number; height: number; x: number; faces: "right" | "left" };

/** A line between two sides that face the same gutter, in the direction of the information. */
export type Joint = { sender: string; from: Side; to: Side };

type Turn = { key: string; top: number; bottom: number; start: number; isDown: boolean; index: number };

/** Between two columns: where it begins and how wide it is; `hasStubs` when question marks stand at its end. */
export type Gutter = { x: number; width: number; hasStubs: boolean };

const headPx = 8;
const cornerPx = 6;
/** Lines begin under their box, whose ends may be round. */
const underPx = 6;
/** Lines at one side of a box are this far apart at least, or their heads would touch. */
const apartPx = 6.5;
const turnsApartPx = 8;
/** A line that rises or falls by less is drawn as one soft bend. */
const softPx = 16;

/** Where each line leaves and reaches its boxes: lines of one sender share a place, others stand apart on a side. */
function ports(joints: readonly Joint[]): (joint: Joint, end: "from" | "to") => number {
  const bySide = new Map<string, { side: Side; others: Map<string, number[]> }>();
  const sideKey = (side: Side) => `${side.id} ${side.faces}`;
  const portKey = (joint: Joint, end: "from" | "to") => `${end} ${joint.sender}`;
  for (const joint of joints) {
    for (const end of ["from", "to"] as const) {
      const [side, other] = end === "from" ? [joint.from, joint.to] : [joint.to, joint.from];
      const known = bySide.get(sideKey(side)) ?? { side, others: new Map<string, number[]>() };
      const key = portKey(joint, end);
      known.others.set(key, [...(known.others.get(key) ?? []), other.y + other.height / 2]);
      bySide.set(sideKey(side), known);
    }
  }
  const places = new Map<string, number>();
  for (const [key, { side, others }] of bySide) {
    const mean = (ys: number[]) => ys.reduce((sum, y) => sum + y, 0) / ys.length;
    const sorted = [...others].sort((a, b) => mean(a[1]) - mean(b[1]));
    const apart = Math.min(14, (side.height - 24) / Math.max(1, sorted.length - 1));
    sorted.forEach(([port], index) =>
      places.set(`${key} ${port}`, side.y + side.height / 2 + (index - (sorted.length - 1) / 2) * apart),
    );
  }
  return (joint, end) => places.get(`${sideKey(joint[end])} ${portKey(joint, end)}`) ?? 0;
}

/** Places of the turns from left to right, so that lines cross as seldom as their ends allow. */
function turnsOf(joints: readonly Joint[], y: ReturnType<typeof ports>): Map<string, number> {
  const turns = new Map<string, Turn>();
  for (const joint of joints) {
    const [start, end] = [y(joint, "from"), y(joint, "to")];
    const known = turns.get(joint.sender);
    const [top, bottom] = [Math.min(start, end), Math.max(start, end)];
    turns.set(joint.sender, {
      key: joint.sender,
      top: Math.min(known?.top ?? top, top),
      bottom: Math.max(known?.bottom ?? bottom, bottom),
      start,
      isDown: end > start,
      index: 0,
    });
  }
  const sorted = [...turns.values()].sort((a, b) =>
    a.isDown !== b.isDown ? (a.isDown ? -1 : 1) : a.isDown ? b.start - a.start : a.start - b.start,
  );
  sorted.forEach((turn, place) => {
    const before = sorted.slice(0, place);
    const beside = before.filter((other) => other.top <= turn.bottom + 8 && turn.top <= other.bottom + 8);
    turn.index = beside.length === 0 ? 0 : Math.max(...beside.map(({ index }) => index)) + 1;
  });
  return new Map(sorted.map(({ key, index }) => [key, index]));
}

function bend(x1: number, y1: number, x2: number, y2: number): string {
  if (Math.abs(y1 - y2) < 1) return `M${round(x1)} ${round(y2)}H${round(x2)}`;
  const half = round((x1 + x2) / 2);
  return `M${round(x1)} ${round(y1)}C${half} ${round(y1)} ${half} ${round(y2)} ${round(x2)} ${round(y2)}`;
}

function corner(x1: number, y1: number, turnX: number, x2: number, y2: number): string {
  const radius = Math.min(cornerPx, Math.abs(y2 - y1) / 2);
  const down = y2 > y1 ? radius : -radius;
  const [back, on] = [turnX > x1 ? -radius : radius, x2 > turnX ? radius : -radius];
  return (
    `M${round(x1)} ${round(y1)}H${round(turnX + back)}Q${turnX} ${round(y1)} ${turnX} ${round(y1 + down)}` +
    `V${round(y2 - down)}Q${turnX} ${round(y2)} ${round(turnX + on)} ${round(y2)}H${round(x2)}`
  );
}

export type DrawnJoint = { line: string; head: string };

/** Where the lines of a gutter leave and reach their boxes, and the place of each sender's turn among the others. */
function plan(joints: readonly Joint[]) {
  const y = endsOf(joints);
  const turns = turnsOf(
    joints.filter((joint) => !isSoft(joint, y)),
    y,
  );
  return { y, turns, most: Math.max(0, ...turns.values()) };
}

/** Turns keep clear of heads at both sides, and of question marks. */
const clearOf = (hasStubs: boolean) => ({ before: 19, behind: hasStubs ? 30 : 19 });

/** How wide a gutter is in which the turns of these lines stand apart. */
export function gutterWidth(joints: readonly Joint[], hasStubs: boolean): number {
  const { before, behind } = clearOf(hasStubs);
  return Math.max(59, before + turnsApartPx * plan(joints).most + behind);
}

/** The lines through one gutter, each from side to side with a head at its end, in the order given. */
export function drawGutter(joints: readonly Joint[], gutter: Gutter): DrawnJoint[] {
  const { y, turns, most } = plan(joints);
  const { before, behind } = clearOf(gutter.hasStubs);
  const apart = most === 0 ? 0 : Math.min(turnsApartPx, (gutter.width - before - behind) / most);
  return joints.map((joint) => {
    const [start, end] = [y(joint, "from"), y(joint, "to")];
    const x1 = joint.from.x + (joint.from.faces === "right" ? -underPx : underPx);
    const x2 = joint.to.x + (joint.to.faces === "right" ? headPx : -headPx);
    const turnX = round(gutter.x + before + apart * (turns.get(joint.sender) ?? 0) + (most === 0 ? 5 : 0));
    return {
      line: isSoft(joint, y) ? bend(x1, start, x2, end) : corner(x1, start, turnX, x2, end),
      head: arrowHead(joint.to.x, round(end), joint.to.faces === "right" ? "left" : "right"),
    };
  });
}

/** At which height each line leaves its box and reaches the other. */
function endsOf(joints: readonly Joint[]): (joint: Joint, end: "from" | "to") => number {
  const given = ports(joints);
  // A line that shares its beginning with no other goes straight, where its box is tall enough and leaves it the room.
  return (joint, end) => {
    const [start, stop] = [given(joint, "from"), given(joint, "to")];
    const isFree = joints.every(
      (other) =>
        other === joint ||
        (other.sender !== joint.sender &&
          (["from", "to"] as const).every(
            (at) => !isSameSide(other[at], joint.from) || Math.abs(given(other, at) - stop) >= apartPx,
          )),
    );
    const middle = joint.from.y + joint.from.height / 2;
    const isStraight = isFree && Math.abs(middle - stop) <= joint.from.height / 2 - 10;
    return end === "from" && isStraight ? stop : end === "from" ? start : stop;
  };
}

function isSameSide(one: Side, other: Side): boolean {
  return one.id === other.id && one.faces === other.faces;
}

function isSoft(joint: Joint, y: (joint: Joint, end: "from" | "to") => number): boolean {
  return joint.from.faces !== joint.to.faces && Math.abs(y(joint, "from") - y(joint, "to")) < softPx;
}
