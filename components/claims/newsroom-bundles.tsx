import { places } from "@/components/layout/places";

type Props = {
  claimId: string;
  /** The newest; every one before it can be saved too. */
  version: number;
};

/** Each version with its evidence and captures as a file, which readers cannot have. */
export function NewsroomBundles({ claimId, version }: Props) {
  return (
    <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-ink-3">
      {Array.from({ length: version }, (_, index) => version - index).map((number) => (
        <a key={number} href={places.staffBundle(claimId, number)} download>
          Save version {number} (with captures)
        </a>
      ))}
      <span>For the newsroom; saving is logged.</span>
    </p>
  );
}
