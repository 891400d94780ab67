const smallNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A count of things as English writes it in a sentence: "three", "12". */
export function inWords(count: number): string {
  return smallNumbers[count] ?? String(count);
}
