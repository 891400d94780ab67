/**
 * Words that another sentence has not: underlined, as yellow is for words that were quoted. Whoever does not see it is told
 * beside it what differs.
 */
export function DifferingWords({ children }: { children: string }) {
  return (
    <mark className="bg-transparent text-inherit underline decoration-2 underline-offset-3">{children}</mark>
  );
}
