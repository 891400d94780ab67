/** Says how far a long piece of work is, and about when it ends. */
export type Progress = {
  /** So many units of the work are done, of this part of it. */
  did: (units: number, part: string) => void;
  end: () => void;
};

const everyMs = 10_000;
const shownParts = 4;

const minutes = (seconds: number) =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;

/** One line for a person; `done` and `total` are units, `seconds` have gone by. The rest is thought to go as fast as before. */
export function progressLine(done: number, total: number, seconds: number, parts: readonly string[]): string {
  const share = Math.min(done / total, 0.99);
  const left = share > 0.02 ? `, about ${minutes((seconds * (1 - share)) / share)} left` : "";
  const others = parts.length > shownParts ? ` and ${parts.length - shownParts} more` : "";
  const doing = parts.slice(-shownParts).join(", ");
  return `  ${String(Math.floor(share * 100)).padStart(2)} % after ${minutes(seconds)}${left}: ${doing}${others}`;
}

/** Prints a line every ten seconds until it is ended; nothing when the work ends before. */
export function startProgress(total: number, say: (line: string) => void): Progress {
  const began = performance.now();
  let done = 0;
  const parts = new Set<string>();
  const timer = setInterval(() => {
    say(progressLine(done, total, (performance.now() - began) / 1000, [...parts]));
    parts.clear();
  }, everyMs);
  timer.unref();
  return {
    did: (units, part) => {
      done += units;
      parts.add(part);
    },
    end: () => clearInterval(timer),
  };
}
