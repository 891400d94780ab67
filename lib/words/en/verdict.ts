/** A verdict's page, but for the parts that have files of their own. */
export const verdict = {
  checkedAndSigned: "Checked <when/> · signed by <who/>",
  /** In the desk's preview, where nothing was published yet. */
  draft: {
    unsigned: "Not published yet",
    scheduled: "Scheduled for <when/> · signed by <who/>",
    notPublished: "not published yet",
    scheduledFor: "scheduled for <when/>",
    /** In the place of a time of day. */
    atPublication: "when published",
    /** In the place of what only a signed record has. */
    later: "Once it is published, readers find here how to cite, embed and verify it.",
  },
  asOf: "true as of <when/>",
  /** The page in one line, for search engines and those who share it. */
  description: (rating: string, meaning: string, claim: string) =>
    `${rating}: ${meaning}. The claim: ${claim}`,
  inShort: "In short",
  notEstablished: "What we could not establish",
  notObtained: "We could not obtain <name/>: <reason/>",
  notInThisCheck: "Not part of this check",
  analysis: "Analysis",
  reconciliation: "Where the checkers differed",
  firstFindings: (time: string) => `First findings, ${time}.`,
  firstFindingsUntil: (time: string, next: string) => `First findings, ${time}; next update by ${next}.`,
  mayChange: "We are still looking and asking; the rating may change.",
  thisIsVersion: (version: number) => `This is version ${version}.`,
  nowRetracted:
    "The verdict was <link>retracted</link> on <when/>. It is kept here so that everyone can see what we said.",
  nowVersion: (version: number) => `The current version is <link>version ${version}</link>, of <when/>.`,
  scale: {
    title: "How we rate",
    of: (number: number, best: number) => `(${number} of ${best})`,
    thisOne: "– this verdict",
    more: "How we check and rate",
  },
  searches: {
    empty: "Searches that found nothing",
    other: "Other searches",
    title: "Searches",
    where: "<where/>: “<query/>”",
    nothing: "nothing found",
    something: "found something",
  },
  replies: {
    title: "Right of reply",
    outcomes: {
      waiting: "no answer yet",
      replied: "replied",
      declined: "declined to comment",
      "no-reply": "did not reply",
    },
    claimant: "made the claim",
    named: "named in the finding",
    asked: "asked <when/>, <how/>",
    deadline: "asked to answer by <when/>",
    noReplyBy: "no reply by <when/>",
    question: "we asked: “<question/>”",
    again: "asked again <when/>, <how/>",
    answered: "answered <when/>",
    quoted: "Quoted as evidence <numbers/>",
  },
  altered: {
    title: "Has this page been altered?",
    hash: "SHA-256 of the signed record",
    check: "Check it",
    record: "Signed record",
    bundle: "Evidence bundle (ZIP)",
    keys: "Public keys",
    shows:
      "A check shows that the words are the ones our editor signed. It cannot show that the finding is right: for that, read the evidence.",
    showsPage:
      "A check shows that the words are the ones our editor signed. It cannot show that they are right.",
    showsRetraction:
      "A check shows that the reason is in the words that our editor signed. It cannot show that the retraction is right.",
  },
  wrong: {
    title: "Something wrong?",
    text: "<link>Report an error</link>. We read every report and say in public what we change.",
  },
  retracted: {
    title: "This verdict has been retracted",
    /** In the desk's preview, where nobody has signed it. */
    draft: {
      reason: "Your reason stands here, in the words that you write for readers.",
      later: "Once it is signed, readers find here how to verify it.",
    },
    description: (reason: string) => `Retracted: ${reason}`,
    signed: "Retracted <when/> · signed by <who/>",
    why: "Why",
    selfSigned: "The editor who signed had also written part of it. Reason:",
    about: "What the verdict was about",
    withdrawn: "We withdraw our finding about this claim and give no other.",
    before: (version: number) => `<link>Read version ${version}</link>, which no longer holds.`,
  },
};
