import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { FormAction } from "@/components/ui/form-state";
import { TopicsList, type Topic } from "./topics-list";

const action: FormAction = async () => null;
const topic = (name: string, more: Partial<Topic> = {}): Topic => ({
  name,
  claims: 2,
  open: 0,
  isRetired: false,
  before: [],
  ...more,
});

it("keeps everything that can be done with a topic in one place, in one order", () => {
  const topics = [
    topic("Trade", { open: 1 }),
    topic("Rivers", { isRetired: true }),
    topic("New", { claims: 0 }),
  ];
  const html = renderToStaticMarkup(
    <TopicsList topics={topics} version={3} forms={{ rename: action, merge: action, retire: action }} />,
  );
  const folds = html.split("<details").slice(1);
  expect(folds.map((fold) => [...fold.matchAll(/<form[^>]* id="(\w+)-/g)].map(([, act]) => act))).toEqual([
    ["rename", "merge", "retire"],
    ["rename", "merge", "retire"],
    ["rename", "retire"],
  ]);
  expect(folds.map((fold) => /<summary[^>]*>([^<]*)/.exec(fold)?.[1])).toEqual([
    "Rename, merge or retire",
    "Rename, merge or bring back",
    "Rename or retire",
  ]);
  expect(folds[0]!.match(/makes you an author/g)).toHaveLength(1);
});
