import type { shell as english } from "../en/shell";

export const shell: typeof english = {
  demonstration: "Демонстрація, а не висновок",
  skip: "Перейти до тексту",
  note: "Зверніть увагу",
  main: "Головне меню",
  verdicts: "Вердикти",
  archive: "Архів",
  corrections: "Виправлення",
  methodology: "Методика",
  search: "Пошук",
  languages: "Мова",
  siteInThis: "Цей сайт українською",
  feed: "Стрічка",
  altered: "Чи не змінено сторінку?",
  report: "Повідомити про помилку",
  tip: "Запропонувати, що перевірити",
  feeds: {
    atom: "Вердикти",
    rss: "Вердикти (RSS)",
    json: "Вердикти (JSON)",
    corrections: "Виправлення",
  },
  asItWas: (day, time) =>
    `Зараз ми не маємо зв’язку з нашими записами. Ця сторінка – така, якою була ${day} о ${time} UTC.`,
};
