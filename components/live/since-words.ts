/** How long something has gone on, as people say it: "just now", "2 min", "1 h". */
export function sinceWords(since: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(since)) / 60_000);
  if (!(minutes >= 1)) return "just now";
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}
