import { expect, it } from "vitest";
import { cancelledWords, cancelsEachWords, mayCancelWords, signersGoWords } from "./cancels-words";

const waiting = (text: string) => ({ claimId: text, text, publishAt: "2024-06-30T04:00:00Z" });
const at = "Sunday 30 June 2024, 07:00 (Europe/Kyiv)";

it("says of nothing that waits nothing", () => {
  expect([
    cancelsEachWords([], "Europe/Kyiv"),
    cancelledWords({ claims: [], hidden: 0 }, "Europe/Kyiv"),
    mayCancelWords({ claims: [], hidden: 0 }, "Europe/Kyiv"),
  ]).toEqual([null, null, null]);
});

it("names each claim and its time, a long one shortened, and of many how many more", () => {
  expect(cancelsEachWords([waiting("A")], "Europe/Kyiv")).toBe(
    `A change to what readers will see cancels the scheduled publication of “A”, ${at}.`,
  );
  const long = "ж".repeat(100);
  expect(cancelsEachWords(["A", long, "C", "D", "E"].map(waiting), "Europe/Kyiv")).toBe(
    `A change to what readers will see cancels 5 scheduled publications of “A”, ${at}; “${"ж".repeat(79)}…”, ${at}; “C”, ${at}; and 2 more.`,
  );
});

it("says what was cancelled and what is to be done", () => {
  expect(cancelledWords({ claims: [waiting("A")], hidden: 0 }, "Europe/Kyiv")).toBe(
    `This cancelled a scheduled publication: “A”, ${at}. To publish, an editor signs again.`,
  );
});

it("counts claims that the viewer does not see, and says nothing else of them", () => {
  const says = "A change to what readers will see cancels";
  const words = (texts: string[], hidden: number) =>
    cancelsEachWords(texts.map(waiting), "Europe/Kyiv", hidden);
  expect(words([], 1)).toBe(`${says} the scheduled publication of a claim that you do not see.`);
  expect(words([], 2)).toBe(`${says} 2 scheduled publications of 2 claims that you do not see.`);
  expect(words(["A"], 1)).toBe(
    `${says} 2 scheduled publications of “A”, ${at}; and a claim that you do not see.`,
  );
  expect(cancelledWords({ claims: [], hidden: 1 }, "Europe/Kyiv")).toBe(
    "This cancelled a scheduled publication: a claim that you do not see. To publish, an editor signs again.",
  );
});

it("says before a setting is saved what that may cancel, and before somebody may sign no longer what that does", () => {
  expect(mayCancelWords({ claims: [waiting("A")], hidden: 1 }, "Europe/Kyiv")).toBe(
    `Saving a change that readers would see, or that changes what signing asks for, cancels 2 scheduled publications of “A”, ${at}; and a claim that you do not see.`,
  );
  const signed = new Map([["u1", { claims: [waiting("A")], hidden: 0 }]]);
  expect([...signersGoWords(signed, "Europe/Kyiv")]).toEqual([
    [
      "u1",
      `Without the right to sign, what they signed is cancelled: the scheduled publication of “A”, ${at}.`,
    ],
  ]);
});
