/** The form for suggesting what the newsroom should check, and what it answers. */
export const tip = {
  title: "Suggest what to check",
  sentTitle: "Thank you: we have your suggestion",
  description: (site: string) => `Tell ${site} what it should check.`,
  intro:
    "Did you see or hear something that may not be true? <link>Search</link> first: we may have checked it. If we got something wrong ourselves, <report>report the error</report>.",
  sent: "Somebody here will read it. We cannot check everything: we note what we choose and what we do not, and why. What we check will be among the <link>verdicts</link>. You can <again>suggest something else</again>.",
  what: "What should we check?",
  whatHint: "The words as you saw or heard them, and who said them.",
  where: "Where did you see or hear it? (if you know)",
  whereHint: "An address, a programme, a paper and its date.",
  button: "Send the suggestion",
};
