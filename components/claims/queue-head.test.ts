import { expect, it } from "vitest";
import type { ClaimRowDto } from "@/lib/claims/dto";
import { columnsOf } from "./queue-head";

const row: ClaimRowDto = {
  ...{
    id: "c1",
    text: "Seven ferries",
    state: "new",
    topics: [],
    importance: 2,
    deadlineAt: null,
    reach: null,
  },
  ...{
    assignee: null,
    evidenceCount: 0,
    reviewCount: 0,
    similar: null,
    version: 1,
    createdAt: "",
    updatedAt: "",
  },
  ...{ isChanged: false, watch: null, publishAt: null },
};
const names = (rows: ClaimRowDto[], sort: "newest" | "reach" = "newest") =>
  columnsOf(rows, sort).map(({ name }) => name);

it("leaves out the columns that say nothing of any row, but for the one by which the rows are in order", () => {
  expect(names([row])).toEqual(["State", "Importance", "Age", "Evidence", "Reviews"]);
  expect(names([row, { ...row, deadlineAt: "2024-06-30T10:00:00Z" }])).toEqual([
    ...["State", "Importance", "Age", "Due", "Evidence", "Reviews"],
  ]);
  expect(names([row], "reach")).toContain("Reach");
});

it("tells topics and reach below the claim, so that one row that has them takes no room from all claims", () => {
  const told = names([row, { ...row, topics: ["Harbour"], reach: 90_000 }]);
  expect(told).toEqual(["State", "Importance", "Age", "Evidence", "Reviews"]);
});
