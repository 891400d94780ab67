import { NothingHere } from "@/components/layout/nothing-here";
import { places } from "@/components/layout/places";

export default function NoSuchStep() {
  return <NothingHere what="claim" list={{ label: "Go to the queue", href: places.queue }} isStep />;
}
