/** The page of the latest verdicts. */
export const home = {
  title: "Latest verdicts",
  description: (site: string) =>
    `Claims checked by ${site}, with the evidence, who checked and every correction.`,
  empty:
    "Nothing has been published yet. Meanwhile, <link>how we check and rate</link> says what to expect here.",
};
