/** The scale that a newsroom starts with, by its codes: word and meaning. What a newsroom renames is its own in every language. */
export const ratings = {
  confirmed: { label: "Confirmed", meaning: "the evidence shows it is right" },
  "mostly-confirmed": {
    label: "Mostly confirmed",
    meaning: "right but for a detail that does not change it",
  },
  "partly-confirmed": {
    label: "Partly confirmed",
    meaning: "some of it holds, some of it does not or is not known",
  },
  misleading: { label: "Misleading", meaning: "the parts may be right, the impression they give is not" },
  disputed: { label: "Disputed", meaning: "the evidence shows it is wrong" },
  reported: {
    label: "Reported, not confirmed",
    meaning: "one source says so and we could not check it independently",
  },
  unproven: { label: "Unproven", meaning: "the evidence does not show it either way" },
};
