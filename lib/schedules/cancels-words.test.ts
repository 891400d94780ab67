import { expect, it } from "vitest";
import { cancelledWords, cancelsEachWords } from "./cancels-words";

const waiting = (text: string) => ({ claimId: text, text, publishAt: "2024-06-30T04:00:00Z" });
const at = "Sunday 30 June 2024, 07:00 (Europe/Kyiv)";

it("says of nothing that waits nothing", () => {
  expect([cancelsEachWords([], "Europe/Kyiv"), cancelledWords([], "Europe/Kyiv")]).toEqual([null, null]);
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
  expect(cancelledWords([waiting("A")], "Europe/Kyiv")).toBe(
    `This cancelled a scheduled publication: “A”, ${at}. To publish, an editor signs again.`,
  );
});
