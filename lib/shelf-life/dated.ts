/** What is noted on the task that asked for a look on a day that was taken away again. */
export const daysTakenBack = "The days by which it was due were taken back.";

/** How many published findings got a date by new days, and for how many of them it has come already. */
export type Dated = { dated: number; due: number };

/** The same in words; nothing where none got one. */
export function datedWords({ dated, due }: Dated): string {
  if (dated === 0) return "";
  const got = `${dated} published ${dated === 1 ? "claim" : "claims"} without a date got one`;
  if (due === 0) return `${got}.`;
  if (due === dated) return `${got}, and ${due === 1 ? "is" : "all are"} due now.`;
  return `${got}, and ${due} of them ${due === 1 ? "is" : "are"} due now.`;
}

/** Of how many of the dated findings something was done since, so that they stay when the days are taken back. */
export function stayWords(stay: number, dated: number): string {
  const which = dated === 1 ? "The claim that got a date" : `${stay} of the ${dated} claims that got a date`;
  const [does, what] = stay === 1 ? ["stays as it is", "it"] : ["stay as they are", "them"];
  return `${which} ${does}: something was done with ${what} since.`;
}
