import { NamePage } from "@/components/reader/name-page";
import { keyPath, spokenPath } from "@/components/reader/reader-paths";
import { readerHeaders } from "@/lib/core/security-headers";
import { cleanText } from "@/lib/core/text-input";
import { readNamePage } from "@/lib/publications/count-verdicts.server";
import { listNamed } from "@/lib/publications/list-verdicts.server";
import { printedNames, type NameKind } from "@/lib/publications/listing";
import { nameKey } from "@/lib/publications/name-key";
import type { PublicSite } from "@/lib/publications/public-site.server";
import type { PublicationRecord } from "@/lib/publications/record";
import { listAddress, listAnswer, listItems, neighbourLinks, placeAsked } from "./list-answers";
import { notFoundAnswer, readerRoute, type ReaderCall } from "./reader-route";

/** The last part of an address, where the name is encoded once; null when it names nothing. */
function nameAsked(url: URL): string | null {
  const encoded = url.pathname.split("/").at(-1) ?? "";
  try {
    const name = cleanText(decodeURIComponent(encoded)).trim();
    return name === "" || name.length > 400 ? null : name;
  } catch {
    return null;
  }
}

function moved(pub: PublicSite, path: string): Response {
  const headers = { ...readerHeaders({ publicUrl: pub.site.url }), Location: spokenPath(pub.site, path) };
  return new Response(null, { status: 308, headers });
}

const rolesIn = (key: string) => (record: PublicationRecord) => ({
  roles: printedNames(record).find((name) => name.kind === "outlet" && name.key === key)?.roles ?? [],
});

async function answer(kind: NameKind, { url, pub }: ReaderCall<unknown>) {
  const asked = nameAsked(url);
  if (asked === null) return notFoundAnswer(pub);
  const here = await readNamePage(kind, asked);
  const key = here ? asked : nameKey(asked);
  const found = here ?? (key === asked ? null : await readNamePage(kind, key));
  if (!found) return notFoundAnswer(pub);
  const path = keyPath(kind, key);
  // The name as somebody would write it, “Kyiv Independent”, leads to its page.
  if (!here) return moved(pub, path);
  return listAnswer(pub, listAddress(path, url, ["before", "after"]), async () => {
    const page = await listNamed(kind, key, placeAsked(url));
    return (
      <NamePage
        site={pub.site}
        kind={kind}
        pageKey={key}
        found={found}
        ratings={pub.ratings}
        items={listItems(page, kind === "outlet" ? rolesIn(key) : undefined)}
        label={pub.label}
        {...neighbourLinks(spokenPath(pub.site, path), page)}
      />
    );
  });
}

/** The handler of the pages of one kind of name; 404 for a name that no verdict that stands prints. */
export function nameRoute(kind: NameKind) {
  return readerRoute((call) => answer(kind, call));
}
