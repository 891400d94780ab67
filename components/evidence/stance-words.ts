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
  { value: "public", label: "Public: words and source" },
  { value: "described", label: "Described: what it shows, no words" },
  { value: "withheld", label: "Withheld: only that it exists" },
];
