import { contestEvents } from "./events-contests";
import type { ReuseEvent } from "./event";
import { harbourEvents } from "./events-harbours";
import { townEvents } from "./events-towns";

/** Six invented events; their people, ships and banks do not exist. */
export const reuseEvents: readonly ReuseEvent[] = [...harbourEvents, ...townEvents, ...contestEvents];
