import type { RecordProblem } from "../../publications/record-check";

/** "Has this page been altered?" */
export const verify = {
  title: "Has this page been altered?",
  description: (site: string) => `How to check that a page of ${site} says what its editor signed.`,
  form: {
    slug: "The page’s address; of a verdict, the part after /verdicts/ is enough",
    version: "Version",
    button: "Check",
  },
  matches: {
    title: "The record matches its signature",
    verdict: "Verdict",
    page: "Page",
    version: (version: number) => `version ${version}`,
    signedBy: "Signed by",
    published: "Published",
    retracted: "Retracted",
    signature: "Signature",
    key: "Key",
    log: "Log",
    notYet: "not yet in the log: look again in a minute",
    entry: (index: number) => `entry ${index}`,
    after:
      "<link>The signed record</link> is what was checked. This check was made by our own server; the one below needs no trust in it.",
  },
  /** Whether what was checked still holds. */
  standing: {
    holds: "It is the version that holds now.",
    latestWithheld: (why: string) => `It is the latest version: ${why}.`,
    laterWithheld: (version: number, why: string) =>
      `After it came <link>version ${version}</link>, of <when/>: ${why}.`,
    holdsNoMore: (version: number) => `Version ${version} holds no more.`,
    laterDiffers: (version: number) =>
      `What stands after it as version ${version} does not match its signature: do not rely on it, and tell us.`,
    isRetraction: "It is a retraction: <link>the verdict is withdrawn, with the reason</link>.",
  },
  differs: {
    title: "The record does not match its signature",
    of: {
      verdict:
        "Version <version/> of <name/> is not shown to readers. What we know: <reason/>. Please <link>tell us</link> how you came here.",
      page: "Version <version/> of the page “<name/>” is not shown to readers. What we know: <reason/>. Please <link>tell us</link> how you came here.",
    },
    reasons: {
      malformed: "it is not in the form in which records are signed",
      "record-altered": "the record does not have the hash that was signed",
      "key-unknown": "it names a key that is not among our published ones",
      "key-not-yet-valid": "its key was not valid yet when it was published",
      "key-expired": "its key was no longer valid when it was published",
      "key-revoked": "its key had been revoked when it was published",
      "signature-invalid": "the signature was not made by its key over this hash",
      "another-address": "it was signed for another address",
      "another-before": "the version before it is not the one it names",
      unreadable: "it cannot be read",
    } satisfies Record<RecordProblem, string>,
  },
  unreadable: {
    title: "Not checked",
    name: (typed: string) =>
      `“${typed}” is not the name of a verdict, nor the address of a page that we sign. Copy the address whole, or of a verdict the part after /verdicts/: small letters, digits and hyphens.`,
    version: (typed: string) =>
      `“${typed}” is no version number. Versions count from 1; leave the field empty for the newest.`,
    elsewhere: (host: string, own: string) =>
      `That address is at ${host}. Only what stands at ${own} can be checked here; a page elsewhere may be a copy, or not ours at all.`,
  },
  unknown: {
    verdict: {
      title: "No such verdict",
      check:
        "Check that the address is whole and spelled as you have it, or <link>search the verdicts</link>.",
      text: (name: string) =>
        `We have published nothing under “${name}”. A page that says otherwise does not come from us.`,
      textOf: (name: string, version: number) =>
        `We have published nothing under “${name}”, version ${version}. A page that says otherwise does not come from us.`,
    },
    page: {
      title: "Not signed",
      check: "Check that the version’s number is as you have it.",
      text: (name: string) => `We have signed no version of the page “${name}” yet.`,
      textOf: (name: string, version: number) =>
        `We have signed no version ${version} of the page “${name}”. A page that says otherwise does not come from us.`,
    },
  },
  inBrowser: {
    title: "Check in this browser",
    text: "Your browser does the whole check; nothing is sent to us but the request for the file.",
    button: "Fetch and check what is named above",
    file: "Or choose a bundle or record file, or drop it on this page",
  },
  shows: {
    title: "What a check shows",
    words:
      "The record holds word for word what was signed, rating, quotes and dates included. Compare it with the page that you read.",
    key: "It was signed with a key of this newsroom, and the version before it is the one it names.",
  },
  showsNot: {
    title: "What it cannot show",
    right: "That what it says is right. For that, read a verdict’s evidence and follow its links.",
    sources: "That a source still says what we quoted; each quote says when we last looked.",
    hand: "Who sat at the keyboard: it shows which key signed, and the newsroom says who held it.",
  },
  alone: {
    title: "Check it yourself, without us",
    bundle: "Save the evidence bundle, the ZIP file that every verdict links beside its hash.",
    program:
      "Save the <link>program verify-bundle.mjs</link>, one file that needs Node 20 and no network, and read it if you like.",
    keys: "Save the <link>public keys</link>, best from a copy made earlier or by someone else.",
    run: "Run <code/>. It says passed or failed for each item.",
    pages:
      "The program reads bundles, and what we write about ourselves has none: its signed record, linked beside its hash, is checked above on this page, or by hand as the program does it, over <code/> instead.",
    how: "The program compares every file with the manifest, writes the record in its one canonical form (RFC 8785), takes the SHA-256 of it, and checks the Ed25519 signature over <code/>, a line break and that hash, with the key that was valid when it was signed. It looks for each quote in its sentence, and for the record in our public log.",
  },
};

/** What the script of the page says; handed to it as data. */
export const verifyScript = {
  outcomes: { pass: "Passed", fail: "Failed", unable: "Not checked", absent: "Not there" },
  /** What is checked, by the names of `verify-in-browser.mjs`. */
  items: {
    manifest: "manifest",
    "record hash": "record hash",
    signature: "signature",
    "key validity": "key validity",
    "quotes inside sentences": "quotes inside sentences",
    "log proof": "log proof",
    "checkpoint signature": "checkpoint signature",
    captures: "captures",
  },
  reasons: {
    "no-webcrypto": "this browser offers no cryptography to a page without https",
    "no-ed25519": "this browser does not know Ed25519 signatures; update it, or run the program below",
    captures: "the program below alone opens captures; that none was altered since is checked above",
    absent: "not in the log when this was made",
  },
  because: ", because ",
  failed: "It does not hold: {items}.",
  partly: "What could be checked here holds. Not all could.",
  passed: "Every check passed.",
  ownKeys: "{name}, with this newsroom's published keys.",
  bundleKeys: "{name}, with the keys in the bundle: this newsroom's could not be fetched.",
  version: "{slug}, version {version}",
  checking: "Checking …",
  nothing:
    "We have published nothing under that name and number. Check that the address is whole and spelled as you have it.",
  server: "The server answered {status}. Try again in a minute.",
  noCryptography:
    "This browser offers no cryptography to a page without https. Run the program below instead.",
  notChecked: "It could not be checked",
};
