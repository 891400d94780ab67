import type { lists as english } from "../en/lists";

export const lists: typeof english = {
  theClaim: "Твердження:",
  claimBy: "Твердження (<who/>):",
  changed: {
    typo: "друкарську помилку виправлено",
    clarification: "уточнено",
    update: "оновлено",
    correction: "виправлено",
    "verdict-change": "вердикт змінено",
  },
  pages: "Сторінки",
  newer: "Новіші",
  older: "Давніші",
};
