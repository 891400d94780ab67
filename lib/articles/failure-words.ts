/**
 * Why a page could not be captured, cut after its first sentence: what happened, and what a person can do, which is empty
 * where nothing was said of it.
 */
export function failureInParts(message: string): { happened: string; advice: string } {
  const end = /\.(?=\s+\p{Lu})/u.exec(message);
  if (!end) return { happened: message, advice: "" };
  const cut = end.index + 1;
  return { happened: message.slice(0, cut), advice: message.slice(cut).trim() };
}
