function locate(sentence: string, exact: string): [number, number] | null {
  const at = sentence.indexOf(exact);
  if (at >= 0) return [at, at + exact.length];
  const words = exact
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== "");
  const first = words[0];
  if (first === undefined) return null;
  for (let from = sentence.indexOf(first); from >= 0; from = sentence.indexOf(first, from + 1)) {
    const end = endOfWords(sentence, from, words);
    if (end !== null) return [from, end];
  }
  return null;
}

function endOfWords(sentence: string, from: number, words: string[]): number | null {
  let at = from;
  for (const [index, word] of words.entries()) {
    if (index > 0) while (/\s/u.test(sentence.charAt(at))) at += 1;
    if (!sentence.startsWith(word, at)) return null;
    at += word.length;
  }
  return at;
}

/** The whole sentence with the quoted words marked; the words alone, between dots, when no sentence is known. */
export function MarkedSentence({ exact, sentence }: { exact: string; sentence: string | null }) {
  const place = sentence === null ? null : locate(sentence, exact);
  if (sentence === null || place === null) {
    return (
      <>
        … <mark>{exact}</mark> …
      </>
    );
  }
  return (
    <>
      {sentence.slice(0, place[0])}
      <mark>{sentence.slice(place[0], place[1])}</mark>
      {sentence.slice(place[1])}
    </>
  );
}
