import type { dates as english } from "../en/dates";

export const dates: typeof english = {
  withoutZone: (date) => `${date} (часовий пояс не вказано)`,
  notGiven: "не вказано",
  notKnown: "дата невідома",
  since: (start) => `з ${start}`,
  upTo: (end) => `до ${end}`,
  fromTo: (start, end) => `${start} – ${end}`,
};
