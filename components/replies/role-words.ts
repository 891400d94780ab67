export const roleOptions = [
  { value: "claimant", label: "made the claim" },
  { value: "criticised", label: "is criticised by the finding" },
];

/** Why somebody is asked, as the end of "who …". */
export function roleWords(role: string): string {
  return roleOptions.find(({ value }) => value === role)?.label ?? role;
}
