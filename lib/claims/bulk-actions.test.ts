import { describe, expect, it } from "vitest";
import { bulkRequest, bulkWords, undoRequest, type BulkAction, type BulkRow } from "./bulk-actions";

const row: BulkRow = {
  id: "c1",
  version: 3,
  assignee: { id: "p1", name: "Ann" },
  topics: ["cars"],
  state: "new",
  watch: null,
};
const after: BulkRow = { ...row, version: 4 };
const assign: BulkAction = { kind: "assign", assigneeId: "p2", name: "Ben" };
const topic: BulkAction = { kind: "topic", topic: "trade" };
const watch: BulkAction = { kind: "watch" };
const decline: BulkAction = { kind: "decline", reason: "opinion" };

describe("what is done to several claims", () => {
  it.each([
    [assign, { method: "PATCH", path: "/claims/c1", body: { version: 3, assigneeId: "p2" } }],
    [topic, { method: "PATCH", path: "/claims/c1", body: { version: 3, topics: ["cars", "trade"] } }],
    [decline, { method: "POST", path: "/claims/c1/events", body: { event: "decline", reason: "opinion" } }],
    [watch, { method: "PUT", path: "/claims/c1/watch", body: { state: "watching" } }],
    [{ ...assign, assigneeId: "p1" }, null],
    [{ ...topic, topic: "cars" }, null],
  ] as const)("%j", (action, request) => expect(bulkRequest(row, action)).toEqual(request));

  it.each([
    [assign, { method: "PATCH", path: "/claims/c1", body: { version: 4, assigneeId: "p1" } }],
    [topic, { method: "PATCH", path: "/claims/c1", body: { version: 4, topics: ["cars"] } }],
    [decline, { method: "POST", path: "/claims/c1/events", body: { event: "reopen", asBefore: true } }],
    [watch, { method: "PUT", path: "/claims/c1/watch", body: { state: "usual" } }],
  ] as const)("%j is taken back", (action, request) =>
    expect(undoRequest(row, after, action)).toEqual(request),
  );

  it("takes no decline back after which something else was done", () => {
    expect(undoRequest(row, after, decline, "e1").body).toEqual({
      event: "reopen",
      asBefore: true,
      takesBack: "e1",
    });
    expect(undoRequest(row, after, topic, "e1").body).toEqual({ version: 4, topics: ["cars"] });
  });

  it("leaves alone who watches already, and gives back a claim that was muted as it was", () => {
    expect(bulkRequest({ ...row, watch: "watching" }, watch)).toBeNull();
    expect(undoRequest({ ...row, watch: "muted" }, after, watch).body).toEqual({ state: "muted" });
  });

  it("never signs, publishes, reviews or writes a verdict", () => {
    for (const action of [assign, topic, decline, watch])
      for (const request of [bulkRequest(row, action), undoRequest(row, after, action)]) {
        expect(request?.path).toMatch(/^\/claims\/c1(\/events|\/watch)?$/);
        expect(["decline", "reopen", undefined]).toContain(request?.body.event);
      }
  });

  it("says what it did", () => {
    expect(bulkWords(assign).done).toBe("assigned to Ben");
    expect(bulkWords({ kind: "assign", assigneeId: null, name: "" }).done).toBe("with nobody");
  });
});
