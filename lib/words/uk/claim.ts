import type { claim as english } from "../en/claim";

export const claim: typeof english = {
  asPublished: "Твердження, як його опубліковано",
  title: "Твердження",
  kinds: {
    said: "Ми перевіряли, чи це справді сказано, а не чи це правда.",
    forecast: "Мова про майбутнє; ми перевіряли те, що можна знати сьогодні.",
    "image-or-video": "Ми перевіряли зображення або запис.",
  },
  said: "сказано",
  outletNotNamed: "видання не вказано",
  readInPlace: "прочитати на місці",
  whatWeChecked: "Що ми перевіряли:",
  why: "Чому ми це перевіряємо:",
  parts: "За частинами:",
  beside: "(не головне)",
  notAsked: "По відповідь звернулися не до всіх, кого це стосується: <link>чому</link>.",
  notRated: "ще не оцінено",
};
