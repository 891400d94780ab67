import { codePointLength } from "../quotes/code-points";

/** Frequent words that tell one language from its neighbours (function words; no proper list is complete). */
const stopWords: Record<string, string> = {
  en: "the and of to in is that for was on with as by it at from his her they this have had not are which will be an were been said",
  de: "der die das und ist nicht von zu den mit sich des auf für im dem ein eine als auch es an werden aus er hat dass sie nach wird bei einer",
  fr: "le la les des et est dans que une pour qui sur pas par du plus au avec ce son sont cette ont aux été mais il elle nous vous leur",
  es: "el la los las de que y en un una por con para es su se del al lo como más pero sus fue ha este entre cuando muy sin sobre también",
  it: "il la di che e un una per non con del della dei le gli nel alla sono si da come anche più ha ma al dal questo è stato delle degli",
  pt: "o a os as de que e em um uma para com não por mais do da dos das no na ao se foi como mas também são pelo pela está seu sua",
  nl: "de het een van en in is dat op te voor met zijn niet aan er om als ook door maar naar bij uit werd heeft wordt nog hebben",
  pl: "i w na z się nie do że to jest o jak po co za od przez dla był jego które oraz tym także już są ale może przy roku który",
  cs: "a v na se je že z do o jako za pro od po ale by jsou které který jeho podle není také byl také když ve",
  sv: "och att det i en som på är av för med den till inte har de om ett var men vi från kan så han hon också",
  tr: "ve bir bu için ile de da olarak çok daha olan en gibi kadar sonra ise olduğu değil ancak göre her ne tarafından",
  ro: "și de la în a cu pe din pentru că nu este un o care mai au fost al sau dar ce prin după fi lui ale",
  el: "και το να της του η ο που για με την από στο είναι τα οι δεν των στην μας σε θα τον",
  uk: "і в на що не з у до та це як за від але його для про й був була які який також після під час або їх вже є",
  ru: "и в не на что с по как это он из к у за но от его для все так о же был она бы или также после который было при",
  be: "і ў на што не з у да гэта як за ад але яго для пра ён быў якія таксама пасля або яны",
  bg: "и на в да се за от не е са с че по това като до ще но си той при след които който",
};
const words = Object.entries(stopWords).map(([code, list]) => [code, [...new Set(list.split(" "))]] as const);

/** Scripts with one common language in the news. */
const scripts: [string, RegExp][] = [
  ["ja", /[\u3040-\u30ff]/gu],
  ["ko", /[\uac00-\ud7af]/gu],
  ["zh", /[\u4e00-\u9fff]/gu],
  ["he", /[\u0590-\u05ff]/gu],
  ["ka", /[\u10a0-\u10ff]/gu],
  ["hy", /[\u0530-\u058f]/gu],
  ["th", /[\u0e00-\u0e7f]/gu],
];

/** Letters that a language has and its neighbour lacks. */
const letters: Record<string, RegExp> = {
  uk: /[їєґ]/gu,
  ru: /[ыэъё]/gu,
  be: /ў/gu,
  bg: /(?<=\p{L})ъ(?=[^яюеё\P{L}])/gu,
  pl: /[łążęśźćń]/gu,
  cs: /[ěřů]/gu,
  tr: /[ğış]/gu,
  ro: /[țșăţş]/gu,
  de: /[ßäöü]/gu,
  es: /[ñ¿¡]/gu,
  pt: /[ãõ]/gu,
  fr: /[œùê]/gu,
};
const cyrillic = new Set(["uk", "ru", "be", "bg"]);

function byScript(text: string, letterCount: number): string | null {
  for (const [code, pattern] of scripts) {
    const share = (text.match(pattern)?.length ?? 0) / letterCount;
    if (share > (code === "ja" ? 0.15 : 0.4)) return code;
  }
  return null;
}

/**
 * The language of a text as an ISO 639-1 code, by script, stop words and telling letters; `null` when the text is too
 * short or two languages fit alike.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 20_000).toLowerCase();
  const tokens = sample.match(/\p{L}+/gu) ?? [];
  const letterCount = codePointLength(tokens.join(""));
  if (letterCount < 20) return null;
  const script = byScript(sample, letterCount);
  if (script) return script;
  if (tokens.length < 5) return null;
  const times = new Map<string, number>();
  for (const token of tokens) times.set(token, (times.get(token) ?? 0) + 1);
  const isCyrillic = (sample.match(/[а-яёіїєґў]/gu)?.length ?? 0) / letterCount > 0.5;
  const scored = words
    .filter(([code]) => cyrillic.has(code) === isCyrillic)
    .map(([code, list]) => {
      const hits = list.reduce((sum, word) => sum + (times.get(word) ?? 0), 0) / tokens.length;
      const special = letters[code];
      const marks = special ? (sample.match(special)?.length ?? 0) / letterCount : 0;
      return { code, score: hits + Math.min(marks * 4, 0.25) };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first || first.score < 0.12) return null;
  return second && first.score - second.score < Math.max(0.03, first.score * 0.12) ? null : first.code;
}
