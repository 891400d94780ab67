import type { evidence as english } from "../en/evidence";

export const evidence: typeof english = ({ count }) => ({
  title: "Докази",
  number: (number) => `Доказ ${number}`,
  stances: {
    supports: "Підтверджує твердження",
    disputes: "Спростовує твердження",
    context: "Контекст",
  },
  seen: "Що видно:",
  seenAt: (place) => `Що видно (${place}):`,
  heardAt: (place) => `Що видно й чути (${place}):`,
  drawnPlace: "Де це на зображенні",
  described: "Описано, не надруковано:",
  describedMeans: "ми прочитали ці слова і не друкуємо їх.",
  translation: "Переклад: <who/>",
  translatorNotNamed: "Переклад; перекладача не вказано",
  decisive: "Вирішальний доказ:",
  withheld: (items) =>
    count(items, {
      one: "<strong>Ще # доказ ми не розкриваємо</strong> і не друкуємо (<sides/>). Згодом можемо довести, що це було.",
      few: "<strong>Ще # докази ми не розкриваємо</strong> і не друкуємо (<sides/>). Згодом можемо довести, що це було.",
      many: "<strong>Ще # доказів ми не розкриваємо</strong> і не друкуємо (<sides/>). Згодом можемо довести, що це було.",
      other:
        "<strong>Ще # доказу ми не розкриваємо</strong> і не друкуємо (<sides/>). Згодом можемо довести, що це було.",
    }),
  withheldSides: {
    supports: (items) =>
      count(items, { one: "# підтверджує твердження", other: "# підтверджують твердження" }),
    disputes: (items) => count(items, { one: "# спростовує твердження", other: "# спростовують твердження" }),
    context: (items) => count(items, { one: "# дає контекст", other: "# дають контекст" }),
  },
  commitments: "контрольні хеші",
  citesWithheld: "[не розкрито]",
  citedAt: (number) => `Де наведено доказ ${number}`,
  places: {
    page: (which) => `сторінка ${which}`,
    row: (which) => `рядок ${which}`,
    cell: (which) => `клітинка ${which}`,
    col: (which) => `стовпець ${which}`,
    from: (start) => `від ${start}`,
    fromTo: (start, end) => `від ${start} до ${end}`,
    part: "частина зображення",
  },
  source: {
    noOutlet: "видання не вказано",
    whereClaimed: "тут з’явилося твердження",
    primary: "першоджерело",
    sameReport: "та сама публікація, а не друга перевірка",
    readInPlace: "прочитати на місці",
    open: "відкрити джерело",
    notCompared: "текст вставлено вручну, тож із джерелом не звірено",
    sameWords: "ті самі слова під час останньої перевірки, <when/>",
    conversation: "розмова: <who/>, <when/>, <how/>; нотатки: <notes/>",
    interests: "Інтереси джерела:",
  },
  copy: {
    title: "наша копія",
    fetched: "завантажено з джерела",
    uploaded: "завантажено нами з файлу",
    pasted: "вставлено нами вручну",
    hash: "SHA-256 копії:",
  },
  disagree: {
    title: "У чому джерела розходяться",
    settled: "З’ясовано:",
    open: "Не з’ясовано:",
    notBoth: "Обидва не можуть мати рацію.",
    onlyOne: (words) => `Лише одне з них каже ${words}.`,
    against: (one, other) => `${one} проти ${other}.`,
    figures: (one, other) => `${one} і ${other} – правдивим може бути лише одне.`,
  },
});
