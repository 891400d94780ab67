import type { search as english } from "../en/search";

export const search: typeof english = ({ count }) => ({
  title: "Пошук",
  titleOf: (query) => `Пошук: ${query}`,
  description: (site) => `Пошук серед вердиктів редакції «${site}».`,
  words: "Слова твердження або висновку",
  rating: "Оцінка",
  anyRating: "Будь-яка",
  button: "Шукати",
  none: "Вердиктів не знайдено",
  noneFor: (query) => `За запитом «${query}» вердиктів не знайдено`,
  noneMeans:
    "Це не означає, що твердження правильне чи хибне: можливо, ми його не перевіряли. Спробуйте менше слів або інші слова, ім’я чи число так, як його написано.",
  some: "Вердикти",
  counted: (verdicts) =>
    count(verdicts, { one: "# вердикт", few: "# вердикти", many: "# вердиктів", other: "# вердикту" }),
  forQuery: (query) => ` за запитом «${query}»`,
  onTopic: (topic) => `, тема: ${topic}`,
});
