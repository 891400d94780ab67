import { NothingHere } from "@/components/layout/nothing-here";
import { places } from "@/components/layout/places";

export default function NoSuchEntity() {
  return (
    <NothingHere
      what="person or organisation"
      list={{ label: "People and organisations", href: places.entities }}
    />
  );
}
