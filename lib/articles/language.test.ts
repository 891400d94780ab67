import { describe, expect, it } from "vitest";
import { guessLanguage } from "./language";

describe("the language of a text", () => {
  it.each([
    [
      "en",
      "The yard sold two ferries to the government of Norland and it said that they had been built in May.",
    ],
    [
      "de",
      "Die Werft hat der Regierung zwei Fähren verkauft, und nach Angaben des Ministeriums sind sie im Mai gebaut worden.",
    ],
    [
      "fr",
      "Le chantier a vendu deux ferries au gouvernement, et ils ont été construits en mai, selon les registres du port.",
    ],
    [
      "es",
      "El astillero vendió dos barcos al gobierno y, según los registros del puerto, fueron construidos en mayo por la empresa.",
    ],
    [
      "it",
      "Il cantiere ha venduto due traghetti al governo e, secondo i registri del porto, sono stati costruiti nel mese di maggio.",
    ],
    [
      "pl",
      "Stocznia sprzedała rządowi dwa promy, które według rejestrów portu zostały zbudowane w maju, ale nie jest to pewne.",
    ],
    [
      "uk",
      "Верф продала уряду два пороми, які, за даними порту, були збудовані у травні, але це ще не підтверджено.",
    ],
    [
      "ru",
      "Верфь продала правительству два парома, которые, по данным порта, были построены в мае, но это ещё не подтверждено.",
    ],
    ["ja", "造船所は政府に二隻のフェリーを売却したと港の記録は示している。五月に建造されたものだ。"],
  ])("%s is told from its neighbours", (code, text) => {
    expect(guessLanguage(text)).toBe(code);
  });

  it.each(["", "Aurora 2024", "12 345 678", "Teal Norland Brook Lind Sol Reed Ford Tide Mia"])(
    "stays unknown for %j",
    (text) => {
      expect(guessLanguage(text)).toBeNull();
    },
  );
});
