/** A moment of a claim's history that it can be compared at: after this entry of its log. */
export type Moment = {
  id: string;
  at: string;
  who: string | null;
  event: string;
  /** The version that was published by it. */
  version: number | null;
};
