import type { Speech } from "../speech";

/** The form for telling the newsroom of an error, and what it answers. */
export const report = ({ count }: Speech) => ({
  title: "Report an error",
  sentTitle: "We have your report",
  description: (site: string) => `Tell ${site} about an error in a verdict.`,
  about: "About: <link/>",
  sent: "An editor will read it. If we change something, the verdict will say what and why, and the change will be among the <link>corrections</link>.",
  /** Where the form was opened beside no verdict. */
  page: "Which page is it about?",
  pageHint: "Its address or its headline. Leave this empty if you cannot say.",
  what: "What is wrong, and what is right?",
  whatHint: "Quote our words if you can.",
  source: "Where can we see it? (if you know)",
  sourceHint: "An address, a document, a person.",
  contact: "How can we reach you? (if you like)",
  contactHint: "Seen only by those who work here; never published. Without it we cannot answer you.",
  trap: "Leave this empty",
  asked: "I wrote this: send it",
  button: "Send the report",
  problems: {
    empty: "Write something here.",
    tooLong: (most: number, written: number) =>
      `Too long: ${count(most, { one: "# character", other: "# characters" })} at most, and this has ${count(written, { one: "# character", other: "# characters" })}.`,
    unreadable: "This cannot be read. Write it as plain text.",
    tooLarge: "That is too long. Shorten it and send it again.",
    formOnly: "Send the form as a browser does.",
    crossSite:
      "This form was sent from another site. Nothing was saved; what you wrote is below, to send from here.",
    tooMany: "Many messages came from your network just now. Nothing was saved; send it again in a while.",
    internal: (reference: string) =>
      `Something broke here and nothing was saved. What you wrote is still below: send it again in a minute. If that fails too, name ${reference} when you write to us.`,
    trapped:
      "A field that people do not see was filled in, as password managers and programs do. Nothing was sent yet. What you wrote is still below: if it is yours, send it with the button.",
    other: "This could not be saved. What you wrote is still below: look it over and send it again.",
  },
});
