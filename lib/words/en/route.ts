/** Where the information comes from: the picture and its table. */
export const route = {
  interests: "Interests of <who/>: <what/> (<source/>).",
  /** In the place of a count of routes, where there is none. */
  noOrigin: "We know of no independent origin.",
  /** Where there is no route; the reason comes after it. */
  restsOn: "The rating rests on evidence <numbers/>, which we hold decisive:",
  /** Beside routes that are counted; the reason comes after it. */
  decisive: "We hold evidence <numbers/> decisive:",
  /** Evidence that nobody stands between: whoever told it told it to us. */
  ownReporting: "Our own reporting: evidence <numbers/>, from a conversation that we held.",
  /** Decisive evidence that has no words to quote, such as a photo. */
  ownReading: "Read by us in the picture, page or recording itself: evidence <numbers/>.",
  /** Below its name in the picture of the route. */
  ours: "our own reporting",
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
