import { NothingHere } from "@/components/layout/nothing-here";
import { places } from "@/components/layout/places";

export default function NoSuchOutlet() {
  return <NothingHere what="outlet" list={{ label: "All outlets", href: places.outlets }} />;
}
