import type { Role } from "../claims/vocabulary";

/** The password of every demo account: public on purpose, and therefore only ever served on a loopback address. */
export const demoPassword = "two people sign here";

/** The people of the demo. They sign in with `demoPassword`. */
export const demoAccounts: readonly { email: string; name: string; role: Role }[] = [
  { email: "checker1@demo.local", name: "Checker One", role: "checker" },
  { email: "checker2@demo.local", name: "Checker Two", role: "checker" },
  { email: "editor1@demo.local", name: "Editor One", role: "editor" },
  { email: "editor2@demo.local", name: "Editor Two", role: "editor" },
  { email: "admin@demo.local", name: "Admin One", role: "admin" },
];

/** Key of the setting whose presence says that a database holds the demo. */
export const demoSettingKey = "demo";
