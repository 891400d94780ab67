import type { ratings as english } from "../en/ratings";

export const ratings: typeof english = {
  confirmed: { label: "Підтверджено", meaning: "докази показують, що це так" },
  "mostly-confirmed": {
    label: "Здебільшого підтверджено",
    meaning: "правильно, крім подробиці, яка нічого не змінює",
  },
  "partly-confirmed": {
    label: "Частково підтверджено",
    meaning: "дещо з цього правда, а дещо – ні або невідомо",
  },
  misleading: {
    label: "Вводить в оману",
    meaning: "частини можуть бути правдою, але враження від них хибне",
  },
  disputed: { label: "Спростовано", meaning: "докази показують, що це не так" },
  reported: {
    label: "Повідомлено, не підтверджено",
    meaning: "так каже одне джерело, і ми не змогли перевірити це незалежно",
  },
  unproven: { label: "Не доведено", meaning: "докази не показують ні того, ні іншого" },
};
