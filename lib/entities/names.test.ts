import { expect, test } from "vitest";
import { entityKey, namesakes } from "./names";

test.each([
  ["Aurus LLC", "aurus"],
  ["AURUS, L.L.C.", "aurus l l c"],
  ["Société Générale SA", "societe generale"],
  ["Harbour Media Group Ltd.", "harbour media"],
  ["Company", "company"],
  ["Київ", "киів"],
])("%s is looked for as %s", (name, key) => {
  expect(entityKey(name)).toBe(key);
});

test("entities with a name in common are found by it, and nobody is found to be themselves", () => {
  const aurus = { id: "a", name: "Aurus LLC", otherNames: ["Aurus Motors"] };
  const others = [
    aurus,
    { id: "b", name: "Aurus", otherNames: [] },
    { id: "c", name: "Another", otherNames: ["AURUS MOTORS Ltd"] },
    { id: "d", name: "Taurus", otherNames: [] },
  ];
  expect(namesakes(aurus, others)).toEqual([
    { id: "b", shared: "Aurus" },
    { id: "c", shared: "AURUS MOTORS Ltd" },
  ]);
});
