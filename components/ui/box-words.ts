/** What a ticked box, and one that is not, are called where two versions of a form stand side by side. */
export const boxWords: Readonly<Record<string, string>> = { on: "yes", "": "no" };
