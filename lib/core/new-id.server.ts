import "server-only";
import { randomBytes } from "node:crypto";

let lastMs = 0;
let counter = 0;

/** A time-ordered id (UUID version 7, RFC 9562 §5.7, method 1: a counter keeps one process's ids in order). */
export function newId(nowMs: number = Date.now()): string {
  counter = nowMs <= lastMs ? counter + 1 : 0;
  lastMs = Math.max(nowMs, lastMs);
  const time = lastMs.toString(16).padStart(12, "0");
  const random = randomBytes(8);
  random[0] = (random[0]! & 0x3f) | 0x80;
  const tail = random.toString("hex");
  const order = (counter & 0xfff).toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
