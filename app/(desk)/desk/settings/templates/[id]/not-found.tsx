import { NothingHere } from "@/components/layout/nothing-here";
import { places } from "@/components/layout/places";

export default function NoSuchTemplate() {
  return <NothingHere what="template" list={{ label: "All templates", href: places.templates }} />;
}
