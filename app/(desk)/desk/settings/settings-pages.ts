import type { Action } from "@/lib/access/can";

export type SettingsPlace =
  | "account"
  | "notifications"
  | "keys"
  | "sessions"
  | "tokens"
  | "ratings"
  | "outlets"
  | "entities"
  | "people"
  | "site"
  | "pages"
  | "dossier"
  | "desk"
  | "gate"
  | "watch"
  | "webhooks";

type SettingsPage = { place: SettingsPlace; href: string; label: string; about: string; action: Action };

/** The pages of the settings, and what one must be allowed to do to open each. */
export const settingsPages: readonly SettingsPage[] = [
  {
    place: "account",
    href: "/desk/settings/account",
    label: "Your account",
    about: "Your name, your role, your password.",
    action: "own.account",
  },
  {
    place: "notifications",
    href: "/desk/settings/notifications",
    label: "Notifications",
    about: "What you are told, at the bell and by mail.",
    action: "own.account",
  },
  {
    place: "keys",
    href: "/desk/settings/keys",
    label: "Keys",
    about: "The keys of the desk: yours to change, and to switch off.",
    action: "own.account",
  },
  {
    place: "sessions",
    href: "/desk/settings/sessions",
    label: "Sessions",
    about: "Where you are signed in, and how to end it.",
    action: "own.account",
  },
  {
    place: "tokens",
    href: "/desk/settings/tokens",
    label: "Tokens",
    about: "How other systems work for you.",
    action: "own.account",
  },
  {
    place: "ratings",
    href: "/desk/settings/ratings",
    label: "Ratings",
    about: "The words of the scale and what they mean.",
    action: "desk.read",
  },
  {
    place: "outlets",
    href: "/desk/settings/outlets",
    label: "Outlets",
    about: "Who published it, by what other names, and who owns it.",
    action: "desk.read",
  },
  {
    place: "entities",
    href: "/desk/settings/entities",
    label: "People and organisations",
    about: "Their other names; who is the same as, or part of, whom.",
    action: "desk.read",
  },
  {
    place: "pages",
    href: "/desk/settings/pages",
    label: "Pages",
    about:
      "Methodology, ratings, corrections policy, about, people, contact: written by one, signed by another.",
    action: "page.write",
  },
  {
    place: "dossier",
    href: "/desk/settings/dossier",
    label: "Application dossier",
    about: "The figures that the IFCN and EFCSN codes ask for, and what is missing.",
    action: "application.read",
  },
  {
    place: "people",
    href: "/desk/settings/people",
    label: "People",
    about: "Who works here: invite, change roles, deactivate.",
    action: "people.manage",
  },
  {
    place: "site",
    href: "/desk/settings/site",
    label: "The newsroom",
    about: "Its name, its language, a line across every page.",
    action: "settings.write",
  },
  {
    place: "desk",
    href: "/desk/settings/desk",
    label: "The desk",
    about: "What readers are told of the work.",
    action: "settings.write",
  },
  {
    place: "gate",
    href: "/desk/settings/gate",
    label: "The gate",
    about: "What must hold before an editor can sign.",
    action: "settings.write",
  },
  {
    place: "watch",
    href: "/desk/settings/watch",
    label: "Watching sources",
    about: "Whether and how often sources are looked at again.",
    action: "settings.write",
  },
  {
    place: "webhooks",
    href: "/desk/settings/webhooks",
    label: "Webhooks",
    about: "Other systems that are told what you publish.",
    action: "settings.write",
  },
];
