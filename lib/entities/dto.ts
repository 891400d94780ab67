export type EntityLinkDto = {
  id: string;
  kind: "same-as" | "part-of";
  status: "suggested" | "confirmed" | "rejected";
  reason: string | null;
  /** Whether this entity is the one that is part of the other. */
  isFrom: boolean;
  other: { id: string; name: string };
};

/** A person or organisation as the settings show it. */
export type EntityDto = {
  id: string;
  name: string;
  kind: "person" | "organisation";
  otherNames: string[];
  /** What it gains or loses by what it says, and where that is known from. */
  interests: { words: string; source: string } | null;
  version: number;
  outlets: { id: string; name: string }[];
  links: EntityLinkDto[];
};
