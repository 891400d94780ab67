import { NothingHere } from "@/components/layout/nothing-here";
import { places } from "@/components/layout/places";

export default function NoSuchCapture() {
  return <NothingHere what="capture" list={{ label: "All articles", href: places.articles }} />;
}
