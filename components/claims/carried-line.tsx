import Link from "next/link";
import { places } from "@/components/layout/places";

/** Decisive evidence that stands for the number of origins, by the numbers of the claim's list. */
export type Carried = readonly { id: string; number: number }[];

type Props = { claimId: string; carried: Carried };

/** Said wherever a rating stands beside a number of origins that does not carry it; nothing where the number does. */
export function CarriedLine({ claimId, carried }: Props) {
  if (carried.length === 0) return null;
  return (
    <p className="text-sm text-ink-2">
      A decisive source can stand for the number of origins; here{" "}
      {carried.map(({ id, number }, index) => (
        <span key={id}>
          {index === 0 ? "" : ", "}
          <Link href={`${places.claim(claimId)}#evidence-${id}`}>evidence {number}</Link>
        </span>
      ))}{" "}
      {carried.length === 1 ? "does" : "do"}.
    </p>
  );
}
