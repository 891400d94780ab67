import type { Role } from "@/lib/claims/vocabulary";

/** What each role does, in a few words. */
export const roleHints: Record<Role, string> = {
  checker: "researches and reviews",
  editor: "researches, reviews and signs",
  admin: "people and settings",
};
