"use client";

import { PrefetchKind } from "next/dist/client/components/router-reducer/router-reducer-types";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** When a page was fetched ahead, by its path: on the page itself that says whether it may be out of date. */
const fetchedAt = new Map<string, number>();

/** A pause on an item after which it is fetched: whoever runs down the list asks for none of those between. */
const pauseMs = 150;

/** How long the router keeps what it fetched ahead: until then asking again fetches nothing. */
const keptMs = 5 * 60_000;

/** Fetches these pages ahead, the first one first, so that opening one shows it at once. */
export function usePrefetch(hrefs: readonly string[]): void {
  const router = useRouter();
  const list = hrefs.join("\n");
  useEffect(() => {
    if (!list) return;
    const timer = window.setTimeout(() => {
      for (const href of list.split("\n")) {
        // By itself the router fetches of a page like this only what stands above its first loading state: nothing.
        router.prefetch(href, { kind: PrefetchKind.FULL });
        const { pathname } = new URL(href, location.href);
        const at = fetchedAt.get(pathname);
        if (at === undefined || performance.now() - at > keptMs) fetchedAt.set(pathname, performance.now());
      }
    }, pauseMs);
    return () => window.clearTimeout(timer);
  }, [router, list]);
}

/** Asks once for the newest state of a page that was fetched ahead more than two seconds ago. */
export function useFreshAfterPrefetch(path: string): void {
  const router = useRouter();
  useEffect(() => {
    const at = fetchedAt.get(path);
    if (at === undefined || performance.now() - at <= 2000) return;
    // Asking for the newest lets go of everything that was fetched ahead.
    fetchedAt.clear();
    router.refresh();
  }, [router, path]);
}
