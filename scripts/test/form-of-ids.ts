/** Besides the ids: what some forms need before they look at what is named. */
const typed = {
  text: "x",
  reason: "x",
  note: "x",
  class: "equal",
  status: "confirmed",
  decision: "decline",
  state: "watching",
  event: "start-research",
  version: "7",
  rows: "https://a.example/x\twords",
};

type Action = (...given: unknown[]) => Promise<object | null>;

/** What comes of a form that names these ids in every field that some form has: its answer, or where it led. */
export async function answerToForm(action: Action, ids: Record<string, string>): Promise<string> {
  const { claimId, articleId, evidenceId, tipId } = ids;
  const form = new FormData();
  const others = { id: claimId, linkId: claimId, toArticleId: articleId, a: evidenceId, b: evidenceId };
  for (const [name, value] of Object.entries({ ...ids, ...others, ...typed })) form.set(name, String(value));
  // What a page binds comes first; then the earlier state and the form, or the form alone.
  const bound = Array.from({ length: Math.max(0, action.length - 2) }, () => tipId);
  try {
    const answer = await action(...bound, ...(action.length > 1 ? [null] : []), form);
    return JSON.stringify({ ...answer, values: null });
  } catch (error) {
    return (error as { digest?: string }).digest ?? String(error);
  }
}
