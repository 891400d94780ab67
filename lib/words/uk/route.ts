import type { route as english } from "../en/route";

export const route: typeof english = {
  interests: "Інтереси <who/>: <what/> (<source/>).",
  decisive: "Вирішальний доказ: <numbers/>. Таке джерело може саме обґрунтувати оцінку.",
  title: "Звідки це відомо",
  key: "Стрілки показують рух інформації. Пунктир – не прочитане, невідоме або не підтверджене.",
  asTable: "Те саме у вигляді таблиці",
  caption: "Кожна стрілка малюнка: від того, хто мав інформацію, до того, хто її взяв",
  from: "Від кого",
  to: "До кого",
  how: "Як",
  columns: { "knew-first": "Хто дізнався першим", reported: "Хто повідомив", read: "Що ми прочитали" },
  notKnown: "невідомо",
  nobody: "ні до кого, про кого ми знаємо",
  notConfirmed: (how) => `${how} (не підтверджено)`,
};
