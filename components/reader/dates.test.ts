import { expect, test } from "vitest";
import { readerWords } from "@/lib/words/reader";
import { peopleDate, peopleDay, peoplePeriod, peopleTimeOn } from "./dates";

const [en, uk] = [readerWords("en"), readerWords("uk")];

test.each([
  ["2024-06-28T16:20:00Z", "28 June 2024, 16:20 UTC", "28 червня 2024 р., 16:20 UTC"],
  ["2024-06-28T16:20:00.123Z", "28 June 2024, 16:20 UTC", "28 червня 2024 р., 16:20 UTC"],
  ["2024-06-29T01:20:00+03:00", "28 June 2024, 22:20 UTC", "28 червня 2024 р., 22:20 UTC"],
  [
    "2024-06-28T14:26",
    "28 June 2024, 14:26 (no time zone given)",
    "28 червня 2024 р., 14:26 (часовий пояс не вказано)",
  ],
  [
    "2024-06-28T14:26:00",
    "28 June 2024, 14:26 (no time zone given)",
    "28 червня 2024 р., 14:26 (часовий пояс не вказано)",
  ],
  ["2024-06-28", "28 June 2024", "28 червня 2024 р."],
  ["2024-06", "June 2024", "червень 2024 р."],
  ["2024", "2024", "2024"],
  ["0033-04-03", "3 April 33", "3 квітня 33 р."],
  ["yesterday", "yesterday", "yesterday"],
  ["2024-02-31", "2024-02-31", "2024-02-31"],
  ["2024-06-28T25:00", "2024-06-28T25:00", "2024-06-28T25:00"],
])("%s is told as %s and %s", (iso, english, ukrainian) => {
  expect(peopleDate(iso, en)).toBe(english);
  expect(peopleDate(iso, uk)).toBe(ukrainian);
});

test("a local time without a zone keeps its day", () => {
  expect(peopleDay("2024-06-28T23:59", en)).toBe("28 June 2024");
});

test("a time on the same day is told without the day", () => {
  expect(peopleTimeOn("2024-06-28T18:00:00Z", "2024-06-28T14:10:00Z", en)).toBe("18:00 UTC");
  expect(peopleTimeOn("2024-06-29T09:00:00Z", "2024-06-28T14:10:00Z", en)).toBe("29 June 2024, 09:00 UTC");
});

test.each([
  [null, "not given", "не вказано"],
  [{ from: null, to: null }, "not given", "не вказано"],
  [{ from: "2018-01-01", to: "2023-12-31" }, "2018–2023", "2018–2023"],
  [{ from: "2023-01-01", to: "2023-12-31" }, "2023", "2023"],
  [{ from: "2018", to: "2023" }, "2018–2023", "2018–2023"],
  [{ from: "2022-02-24", to: null }, "since 24 February 2022", "з 24 лютого 2022 р."],
  [{ from: "2022-02", to: null }, "since February 2022", "з лютого 2022 р."],
  [{ from: "2018-01-01", to: null }, "since 2018", "з 2018"],
  [{ from: null, to: "2023-12-31" }, "up to 2023", "до 2023"],
  [
    { from: "2024-02-01", to: "2024-06-30" },
    "1 February 2024 to 30 June 2024",
    "1 лютого 2024 р. – 30 червня 2024 р.",
  ],
])("the period %j is told as %s and %s", (period, english, ukrainian) => {
  expect(peoplePeriod(period, en)).toBe(english);
  expect(peoplePeriod(period, uk)).toBe(ukrainian);
});
