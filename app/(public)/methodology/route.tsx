import { MethodologyPage } from "@/components/reader/methodology-page";
import { readerWords } from "@/lib/words/reader";
import { readerRoute } from "../reader-route";
import { pageAnswer } from "../render-reader";

export const dynamic = "force-dynamic";

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}

/** How the newsroom checks, rates, corrects, who it is and who pays. */
export const GET = readerRoute(async ({ pub }) => {
  const { contact } = readerWords(pub.site.speaks).methodology;
  const about = [pub.about, pub.contact.trim() === "" ? "" : contact(pub.contact)];
  const texts = {
    about: orNull(about.filter((text) => text.trim() !== "").join("\n\n")),
    funding: orNull(pub.funding),
    howWeCheck: null,
    corrections: null,
  };
  const page = () => <MethodologyPage site={pub.site} ratings={pub.ratings} texts={texts} />;
  return pageAnswer(pub, "methodology", page);
});
