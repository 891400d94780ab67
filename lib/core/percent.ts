/** A share of 0 to 1 as a whole percentage: "34%". */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
