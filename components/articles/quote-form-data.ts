/** Words chosen in an article: a W3C text quote with its position in code points. */
export type ChosenQuote = { exact: string; prefix: string; suffix: string; start: number; end: number };

/** The quote and further fields as a form sends them. */
export function quoteForm(quote: ChosenQuote, fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...quote, ...fields })) form.set(name, String(value));
  return form;
}
