import { describe, expect, test } from "vitest";
import { suggestAttributions, type AttributionInput } from "./suggest-attributions";

const none = { title: null, byline: null, outlet: "Місто", links: [] };
const found = (over: Partial<AttributionInput>) =>
  suggestAttributions({ text: "", ...none, ...over }).map(({ rule, relay, origin }) => [
    rule,
    relay?.outlet ?? null,
    origin?.name ?? null,
  ]);

describe("Ukrainian sources", () => {
  test.each([
    ["Пором зупинили через туман, повідомляє Укрінформ.", ["X reported", "Ukrinform", null]],
    ["За даними УНІАН, пором зупинили.", ["according to X", "УНІАН", null]],
    ["Як пише Reuters, пором зупинили.", ["X reported", "Reuters", null]],
    ["Пором зупинили, з посиланням на Bloomberg.", ["according to X", "Bloomberg", null]],
    ["Про це повідомляє видання «Берегова хвиля».", ["according to X", "Берегова хвиля", null]],
    ["Пором зупинили, пише «Українська правда».", ["X reported", "Українська правда", null]],
    ["За даними Української правди, пором зупинили.", ["according to X", "Українська правда", null]],
    [
      "За митними даними, які бачило Reuters, пором коштував більше.",
      ["material seen by X", "Reuters", "митними даними"],
    ],
    ["Згідно з реєстром суден, пором новий.", ["according to a document or a group", null, "реєстром суден"]],
    [
      "За інформацією джерел у порту, пором новий.",
      ["according to a document or a group", null, "джерел у порту"],
    ],
    ["Пором уже ходить, заявив начальник порту Остап Вербицький.", ["X said", null, "Остап Вербицький"]],
    ["Олена Журавська розповіла, що пором уже ходить.", ["X said", null, "Олена Журавська"]],
  ])("“%s”", (text, expected) => {
    expect(found({ text, language: "uk" })).toEqual([expected]);
  });

  test("a source that nobody names is known to the relay only", () => {
    const [one] = suggestAttributions({
      ...none,
      text: "За даними джерел у порту, пором новий.",
      language: "uk",
    });
    expect(one?.origin).toMatchObject({ kind: "person", naming: "unnamed-known-to-relay", primary: false });
  });

  test("an article that says that it asked reports itself", () => {
    expect(
      suggestAttributions({ ...none, text: "Про це начальник розповів нам учора.", language: "uk" }),
    ).toMatchObject([{ type: "own-reporting", rule: "own reporting" }]);
  });

  test.each(["Пором зупинили через туман.", "За рік порт змінився.", "Люди пишуть листи Миколаю."])(
    "nothing from “%s”",
    (text) => {
      expect(found({ text, language: "uk" })).toEqual([]);
    },
  );
});

describe("Russian sources", () => {
  test.each([
    ["Паром остановили из-за тумана, сообщает Интерфакс.", ["X reported", "Interfax", null]],
    ["По данным РБК, паром остановили.", ["according to X", "РБК", null]],
    ["Как пишет «Коммерсантъ», паром остановили.", ["X reported", "Коммерсантъ", null]],
    ["Паром остановили, сообщает издание «Береговая волна».", ["X reported", "Береговая волна", null]],
    ["Паром остановили, со ссылкой на Reuters.", ["according to X", "Reuters", null]],
    ["Об этом сообщает ТАСС.", ["according to X", "TASS", null]],
    ["Согласно реестру судов, паром новый.", ["according to a document or a group", null, "реестру судов"]],
    [
      "По информации источников в порту, паром новый.",
      ["according to a document or a group", null, "источников в порту"],
    ],
    ["Паром уже ходит, заявил начальник порта Остап Вербицкий.", ["X said", null, "Остап Вербицкий"]],
    ["Елена Журавская рассказала, что паром уже ходит.", ["X said", null, "Елена Журавская"]],
  ])("“%s”", (text, expected) => {
    expect(found({ text, language: "ru" })).toEqual([expected]);
  });

  test("the data that an agency saw is the origin behind the agency", () => {
    expect(
      found({ text: "По данным таможни, которые видело Reuters, паром стоил больше.", language: "ru" }),
    ).toEqual([["material seen by X", "Reuters", "данным таможни"]]);
  });
});

test("rules of one language are not tried on a text of another", () => {
  expect(found({ text: "According to Reuters, it sank.", language: "de" })).toEqual([]);
  expect(found({ text: "OSLO (Reuters) - Sie sank.", language: "de" })).toEqual([
    ["agency in the dateline", "Reuters", null],
  ]);
});
