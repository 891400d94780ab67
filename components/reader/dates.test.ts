import { expect, test } from "vitest";
import { readerWords } from "@/lib/words/reader";
import { peopleDate, peopleDay, peoplePeriod, peopleTimeOn } from "./dates";

const [en, uk] = [readerWords("en"), readerWords("uk")];

test.each([
  [
    "2024-06-28T16:20:00Z",
    "28\u00a0June 2024, 16:20\u00a0UTC",
    "28\u00a0червня 2024\u00a0р., 16:20\u00a0UTC",
  ],
  [
    "2024-06-28T16:20:00.123Z",
    "28\u00a0June 2024, 16:20\u00a0UTC",
    "28\u00a0червня 2024\u00a0р., 16:20\u00a0UTC",
  ],
  [
    "2024-06-29T01:20:00+03:00",
    "28\u00a0June 2024, 22:20\u00a0UTC",
    "28\u00a0червня 2024\u00a0р., 22:20\u00a0UTC",
  ],
  [
    "2024-06-28T14:26",
    "28\u00a0June 2024, 14:26 (no time zone given)",
    "28\u00a0червня 2024\u00a0р., 14:26 (часовий пояс не вказано)",
  ],
  [
    "2024-06-28T14:26:00",
    "28\u00a0June 2024, 14:26 (no time zone given)",
    "28\u00a0червня 2024\u00a0р., 14:26 (часовий пояс не вказано)",
  ],
  ["2024-06-28", "28\u00a0June 2024", "28\u00a0червня 2024\u00a0р."],
  ["2024-06", "June 2024", "червень 2024\u00a0р."],
  ["2024", "2024", "2024"],
  ["0033-04-03", "3\u00a0April 33", "3\u00a0квітня 33\u00a0р."],
  ["yesterday", "yesterday", "yesterday"],
  ["2024-02-31", "2024-02-31", "2024-02-31"],
  ["2024-06-28T25:00", "2024-06-28T25:00", "2024-06-28T25:00"],
])("%s is told as %s and %s", (iso, english, ukrainian) => {
  expect(peopleDate(iso, en)).toBe(english);
  expect(peopleDate(iso, uk)).toBe(ukrainian);
});

test("a local time without a zone keeps its day", () => {
  expect(peopleDay("2024-06-28T23:59", en)).toBe("28\u00a0June 2024");
});

test("a time on the same day is told without the day", () => {
  expect(peopleTimeOn("2024-06-28T18:00:00Z", "2024-06-28T14:10:00Z", en)).toBe("18:00\u00a0UTC");
  expect(peopleTimeOn("2024-06-29T09:00:00Z", "2024-06-28T14:10:00Z", en)).toBe(
    "29\u00a0June 2024, 09:00\u00a0UTC",
  );
});

test.each([
  [null, "not given", "не вказано"],
  [{ from: null, to: null }, "not given", "не вказано"],
  [{ from: "2018-01-01", to: "2023-12-31" }, "2018–2023", "2018–2023"],
  [{ from: "2023-01-01", to: "2023-12-31" }, "2023", "2023"],
  [{ from: "2018", to: "2023" }, "2018–2023", "2018–2023"],
  [{ from: "2022-02-24", to: null }, "since 24\u00a0February 2022", "з 24\u00a0лютого 2022\u00a0р."],
  [{ from: "2022-02", to: null }, "since February 2022", "з лютого 2022\u00a0р."],
  [{ from: "2022-02-01", to: null }, "since February 2022", "з лютого 2022\u00a0р."],
  [{ from: null, to: "2024-02-29" }, "up to February 2024", "до лютого 2024\u00a0р."],
  [{ from: null, to: "2024-02-28" }, "up to 28\u00a0February 2024", "до 28\u00a0лютого 2024\u00a0р."],
  [{ from: "2018-01-01", to: null }, "since 2018", "з 2018"],
  [{ from: null, to: "2023-12-31" }, "up to 2023", "до 2023"],
  [
    { from: "2024-02-01", to: "2024-06-30" },
    "1\u00a0February 2024 to 30\u00a0June 2024",
    "1\u00a0лютого 2024\u00a0р. – 30\u00a0червня 2024\u00a0р.",
  ],
])("the period %j is told as %s and %s", (period, english, ukrainian) => {
  expect(peoplePeriod(period, en)).toBe(english);
  expect(peoplePeriod(period, uk)).toBe(ukrainian);
});
