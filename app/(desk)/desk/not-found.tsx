import Link from "next/link";
import { DeskPage } from "@/components/layout/page";
import { places } from "@/components/layout/places";

export default function DeskNotFound() {
  return (
    <DeskPage title="There is no such page" lead="It may never have existed, or it is not for you to see.">
      <Link href={places.queue}>Back to the queue</Link>
    </DeskPage>
  );
}
