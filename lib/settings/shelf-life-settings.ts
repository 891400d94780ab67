import type { ClaimKind } from "../claims/vocabulary";

/** After how many days a published finding is looked at again; `null` is never. */
export type ShelfLifeSettings = {
  byKind: Record<ClaimKind, number | null>;
  /** A topic goes before the kind; of several topics the shortest counts. */
  byTopic: { topic: string; days: number }[];
};

/** What was said stays said, and a picture shows what it shows; what is so can change, and a forecast comes true or not. */
export const defaultShelfLifeSettings: ShelfLifeSettings = {
  byKind: { said: null, so: 180, forecast: 90, "image-or-video": null },
  byTopic: [],
};
