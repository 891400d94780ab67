import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanByline, closelyRead, closelyReadRanges, mainText, pickTitle, toCodePoints } from "./extraction";
import { readJsonLd } from "./json-ld";
import { findDate, normaliseDate } from "./published-time";

describe("a stated time", () => {
  it.each([
    ["2024-06-28T14:26:00+0300", "2024-06-28T14:26:00+03:00"],
    ["2024-06-28T11:26:00.000Z", "2024-06-28T11:26:00.000Z"],
    ["2024-06-28 14:26:00", "2024-06-28T14:26:00"],
    ["20240628", "2024-06-28"],
    ["Fri, 28 Jun 2024 14:26:00 GMT", "2024-06-28T14:26:00Z"],
    ["June 28, 2024 2:26 PM", "2024-06-28T14:26"],
    ["June 28, 2024 at 12:05 a.m. EDT", "2024-06-28T00:05-04:00"],
    ["28. Juni 2024 um 14:26 Uhr", "2024-06-28T14:26"],
    ["28 de junio de 2024", "2024-06-28"],
    ["28 червня 2024, 14:26", "2024-06-28T14:26"],
    ["28 июня 2024 г.", "2024-06-28"],
    ["28.06.2024", "2024-06-28"],
    ["28/06/2024", "2024-06-28"],
  ])("%s is %s, with the zone only as given", (raw, iso) => {
    expect(normaliseDate(raw)).toBe(iso);
  });

  it.each(["", "06/05/2024", "2024-02-30", "2024-13-01", "yesterday", "May", "version 1.2.2024000"])(
    "%j names no day",
    (raw) => {
      expect(normaliseDate(raw)).toBeNull();
    },
  );

  it("in Central Standard or China Standard Time is left without a zone", () => {
    expect(normaliseDate("June 28, 2024 2:26 PM CST")).toBe("2024-06-28T14:26");
  });
});

describe("names and titles", () => {
  it.each([
    ["By Ana Brook | March 3, 2023", "Ana Brook"],
    ["by Ana Brook and Per Lind 2 min read", "Ana Brook and Per Lind"],
    ["Автор: Ганна Брук", "Ганна Брук"],
    ["Byron Lane", "Byron Lane"],
    ["admin", null],
    ["https://observer.example/ana", null],
  ])("%j is by %j", (raw, name) => {
    expect(cleanByline(raw)).toBe(name);
  });

  it("a title loses the name of its site, and only that", () => {
    expect(pickTitle([null, "Ferries sold | The Teal Observer"], null)).toBe("Ferries sold");
    expect(pickTitle(["Ferries sold - Observer"], "Observer")).toBe("Ferries sold");
    expect(pickTitle(["Norland - Teal: two ferries"], "Observer")).toBe("Norland - Teal: two ferries");
  });

  it("JSON-LD of any shape is read or passed over", () => {
    fc.assert(fc.property(fc.array(fc.json()), (scripts) => void readJsonLd(scripts)));
    expect(readJsonLd(["{", '{"@type":["Report"],"headline":"A","author":"B"}'])).toMatchObject({
      headline: "A",
      authors: ["B"],
    });
  });
});

describe("what is read closely", () => {
  it.each<[string, [number, number][], [number, number][]]>([
    [
      "a short text is, all of it",
      [
        [10, 20],
        [30, 90],
      ],
      [
        [10, 20],
        [30, 90],
      ],
    ],
    [
      "a long one up to a bound, wherever its ranges lie",
      [
        [5, 60_005],
        [70_000, 900_000],
        [950_000, 950_010],
      ],
      [
        [5, 60_005],
        [70_000, 110_000],
      ],
    ],
    ["an empty range is none", [[5, 5]], []],
  ])("%s", (_, ranges, read) => {
    expect(closelyReadRanges(ranges)).toEqual(read);
  });
});

describe("offsets", () => {
  it("count code points", () => {
    const fullText = "🚢🚢 sold";
    expect(
      toCodePoints(fullText, [
        [0, 4],
        [5, 9],
      ]),
    ).toEqual([
      [0, 2],
      [3, 7],
    ]);
    expect(
      mainText({
        fullText,
        mainRanges: [
          [0, 2],
          [3, 7],
        ],
      }),
    ).toBe("🚢🚢\n\nsold");
  });

  it("of a found date lie inside the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        (text, date) => {
          const found = findDate(`${text} ${date.toISOString()}`);
          if (found) expect(found.end).toBeGreaterThan(found.start);
        },
      ),
    );
  });
});

it("what is closely read of a document holds on to no more of it", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const heldBytes = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const characters = 3_000_000;
  const documentOf = (n: number) => `${n} `.padEnd(characters, "ferries of Selby ");
  const before = heldBytes();
  const read = Array.from({ length: 10 }, (_, n) =>
    closelyRead(mainText({ fullText: documentOf(n), mainRanges: [[0, characters]] })),
  );
  expect(heldBytes() - before).toBeLessThan(5 * characters);
  expect(read.map(({ length }) => length)).toEqual(Array(10).fill(100_000));
});
