import { NothingHere } from "@/components/layout/nothing-here";
import { places } from "@/components/layout/places";

export default function NoSuchSheet() {
  return <NothingHere what="sheet" list={{ label: "Import a sheet", href: places.importSheet }} />;
}
