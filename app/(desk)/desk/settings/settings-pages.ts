import type { Action } from "@/lib/access/can";

export type SettingsPlace =
  | "account"
  | "second-factor"
  | "notifications"
  | "keys"
  | "sessions"
  | "tokens"
  | "ratings"
  | "topics"
  | "templates"
  | "outlets"
  | "entities"
  | "people"
  | "site"
  | "pages"
  | "dossier"
  | "desk"
  | "gate"
  | "watch"
  | "shelf-life"
  | "webhooks";

type SettingsGroup = "own" | "checks" | "sources" | "newsroom";

type SettingsPage = {
  place: SettingsPlace;
  group: SettingsGroup;
  href: string;
  label: string;
  about: string;
  action: Action;
};

/** What the pages are about, in the order of the overview; everyone has something in the first three. */
export const settingsGroups: readonly { group: SettingsGroup; title: string }[] = [
  { group: "checks", title: "How we check" },
  { group: "sources", title: "Sources" },
  { group: "own", title: "Yours" },
  { group: "newsroom", title: "The newsroom" },
];

/** The pages of the settings, and what one must be allowed to do to open each. */
export const settingsPages: readonly SettingsPage[] = [
  {
    place: "account",
    group: "own",
    href: "/desk/settings/account",
    label: "Your account",
    about: "Your name, your role, your password.",
    action: "own.account",
  },
  {
    place: "second-factor",
    group: "own",
    href: "/desk/settings/second-factor",
    label: "Second factor",
    about: "A code from an authenticator beside your password.",
    action: "own.account",
  },
  {
    place: "notifications",
    group: "own",
    href: "/desk/settings/notifications",
    label: "Notifications",
    about: "What you are notified about, at the bell and by mail.",
    action: "own.account",
  },
  {
    place: "keys",
    group: "own",
    href: "/desk/settings/keys",
    label: "Keys",
    about: "The keys of the desk: yours to change, and to switch off.",
    action: "own.account",
  },
  {
    place: "sessions",
    group: "own",
    href: "/desk/settings/sessions",
    label: "Sessions",
    about: "Where you are signed in, and how to end it.",
    action: "own.account",
  },
  {
    place: "tokens",
    group: "own",
    href: "/desk/settings/tokens",
    label: "Tokens",
    about: "How other systems work for you.",
    action: "own.account",
  },
  {
    place: "ratings",
    group: "checks",
    href: "/desk/settings/ratings",
    label: "Ratings",
    about: "The words of the scale and what they mean.",
    action: "desk.read",
  },
  {
    place: "topics",
    group: "checks",
    href: "/desk/settings/topics",
    label: "Topics",
    about: "What claims are about: rename, make two one, retire.",
    action: "desk.read",
  },
  {
    place: "templates",
    group: "checks",
    href: "/desk/settings/templates",
    label: "Templates",
    about: "Texts you write often, ready in the forms they are for.",
    action: "desk.read",
  },
  {
    place: "outlets",
    group: "sources",
    href: "/desk/settings/outlets",
    label: "Outlets",
    about: "Who published it, by what other names, and who owns it.",
    action: "desk.read",
  },
  {
    place: "entities",
    group: "sources",
    href: "/desk/settings/entities",
    label: "People and organisations",
    about: "Their other names; who is the same as, or part of, whom.",
    action: "desk.read",
  },
  {
    place: "pages",
    group: "newsroom",
    href: "/desk/settings/pages",
    label: "Pages",
    about:
      "Methodology, ratings, corrections policy, about, people, contact: written by one, signed by another.",
    action: "page.write",
  },
  {
    place: "dossier",
    group: "newsroom",
    href: "/desk/settings/dossier",
    label: "Application dossier",
    about: "The figures that the IFCN and EFCSN codes ask for, and what is missing.",
    action: "application.read",
  },
  {
    place: "people",
    group: "newsroom",
    href: "/desk/settings/people",
    label: "People",
    about: "Who works here: invite, change roles, deactivate.",
    action: "people.manage",
  },
  {
    place: "site",
    group: "newsroom",
    href: "/desk/settings/site",
    label: "The newsroom",
    about: "Its name, its language, a line across every page.",
    action: "settings.write",
  },
  {
    place: "desk",
    group: "newsroom",
    href: "/desk/settings/desk",
    label: "The desk",
    about: "What readers are told of the work, and how much of the desk interns see.",
    action: "settings.write",
  },
  {
    place: "gate",
    group: "checks",
    href: "/desk/settings/gate",
    label: "The gate",
    about: "What must hold before an editor can sign.",
    action: "settings.write",
  },
  {
    place: "watch",
    group: "sources",
    href: "/desk/settings/watch",
    label: "Watching sources",
    about: "Whether and how often sources are looked at again.",
    action: "settings.write",
  },
  {
    place: "shelf-life",
    group: "checks",
    href: "/desk/settings/shelf-life",
    label: "Shelf life",
    about: "After how long what you published is looked at again.",
    action: "settings.write",
  },
  {
    place: "webhooks",
    group: "newsroom",
    href: "/desk/settings/webhooks",
    label: "Webhooks",
    about: "Other systems that are told what you publish.",
    action: "settings.write",
  },
];
