import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { TaskDto } from "@/lib/tasks/dto";
import { TaskList } from "./task-list";
import { doneTaskWords, taskKindWords } from "./task-words";

const task: TaskDto = {
  id: "t1",
  kind: "re-check",
  text: "Check whether the verdict still stands without it.",
  claim: null,
  article: null,
  preparedId: null,
  told: [],
  createdAt: "2026-11-01T09:00:00Z",
  dueAt: null,
  done: null,
};
const words = (done: TaskDto["done"]) =>
  renderToStaticMarkup(<TaskList tasks={[{ ...task, done }]} />).replace(/<[^>]*>/g, "|");

it("says what is to do as an order, and what was done as done: the order is told as what was asked", () => {
  expect(words(null)).toContain(taskKindWords["re-check"]);
  expect(words(null)).not.toContain("What it asked");
  const at = "2026-11-02T09:00:00Z";
  const done = words({ at, by: "Ada", note: "It stands." });
  expect(done).toContain(doneTaskWords["re-check"]);
  expect(done).not.toContain(taskKindWords["re-check"]);
  expect(done).toContain(`What it asked: |${task.text}`);
  expect(words({ at, by: null, note: null })).toContain("Was to be checked again without a source");
});

it("of a finding to be looked at again says the day it was due, not when the task was made", () => {
  const due = { ...task, kind: "shelf-life" as const, dueAt: "2026-10-25T09:00:00Z" };
  const html = renderToStaticMarkup(<TaskList tasks={[due]} now="2026-11-02T09:00:00Z" />);
  expect(html).toMatch(/was due (<!-- -->)?<time[^>]*>[^<]*25 October/);
  expect(html).not.toContain("1 November");
});
