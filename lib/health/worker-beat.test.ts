import { describe, expect, it } from "vitest";
import { beatLateMs, beatProblems, type WorkerBeat } from "./worker-beat";

const at = "2026-03-01T10:00:00.000Z";
const beat: WorkerBeat = { at, sealing: null, queue: null, heads: null };
const after = (ms: number) => new Date(Date.parse(at) + ms);

describe("a worker's beat", () => {
  it("is well while it is fresh and tells of no fault", () => {
    expect(beatProblems(beat, after(beatLateMs))).toEqual([]);
  });

  it("is a worker that ended or hangs once it is late, whatever it said before", () => {
    expect(beatProblems({ ...beat, queue: "refused" }, after(beatLateMs + 1))).toEqual([
      `The worker was last at work at ${at}: it ended, or hangs.`,
    ]);
  });

  it("tells each fault in its own sentence", () => {
    const faults = { sealing: "no key", queue: "refused", heads: "EACCES" };
    expect(beatProblems({ ...beat, ...faults }, after(0))).toEqual([
      "The log is not sealed: no key",
      "The job queue fails: refused",
      "Signed heads cannot be kept in the home: EACCES",
    ]);
  });

  it("that is not there, or is not one, is no worker at work", () => {
    expect(beatProblems(null, after(0))).toHaveLength(1);
    expect(beatProblems({} as WorkerBeat, after(0))).toHaveLength(1);
  });
});
