import { NothingHere } from "@/components/layout/nothing-here";
import { places } from "@/components/layout/places";

export default function NoSuchNotice() {
  return <NothingHere what="notice" list={{ label: "What is published", href: places.published }} />;
}
