/** Where the information comes from: the picture and its table. */
export const route = {
  interests: "Interests of <who/>: <what/> (<source/>).",
  decisive: "Decisive: evidence <numbers/>. Such a source can carry the rating by itself.",
  title: "Where this comes from",
  key: "Arrows follow the information. Dashed means not read, not known or not confirmed.",
  asTable: "The same as a table",
  caption: "Each arrow of the picture, from who had it to who took it over",
  from: "From",
  to: "To",
  how: "How",
  columns: { "knew-first": "Who knew first", reported: "Who reported it", read: "What we read" },
  notKnown: "not known",
  nobody: "nobody we know of",
  notConfirmed: (how: string) => `${how} (not confirmed)`,
};
