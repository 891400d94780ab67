import { NothingHere } from "@/components/layout/nothing-here";
import { places } from "@/components/layout/places";

export default function NoSuchArticle() {
  return <NothingHere what="article" list={{ label: "All articles", href: places.articles }} />;
}
