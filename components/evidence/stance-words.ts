import type { Disclosure, Stance } from "@/lib/claims/vocabulary";

export const stanceWords: Record<Stance, string> = {
  supports: "Supports",
  disputes: "Disputes",
  context: "Context",
};

export const stanceOptions = [
  { value: "supports", label: "Supports the claim" },
  { value: "disputes", label: "Disputes the claim" },
  { value: "context", label: "Context: neither" },
];

export const disclosureWords: Record<Disclosure, string> = {
  public: "Public",
  described: "Described, words not printed",
  withheld: "Withheld",
};

export const disclosureOptions = [
  { value: "public", label: "Public: readers see the words and the source" },
  { value: "described", label: "Described: readers see what it shows, not the words" },
  { value: "withheld", label: "Withheld: readers see that it exists" },
];
