"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** When a page was fetched ahead, by its path: on the page itself that says whether it may be out of date. */
const fetchedAt = new Map<string, number>();

/** A pause on an item after which it is fetched: whoever runs down the list asks for none of those between. */
const pauseMs = 60;

/** Fetches these pages ahead, the first one first, so that opening one shows it at once. */
export function usePrefetch(hrefs: readonly string[]): void {
  const router = useRouter();
  const list = hrefs.join("\n");
  useEffect(() => {
    if (!list) return;
    const timer = window.setTimeout(() => {
      for (const href of list.split("\n")) {
        router.prefetch(href);
        fetchedAt.set(new URL(href, location.href).pathname, performance.now());
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
    fetchedAt.delete(path);
    if (at !== undefined && performance.now() - at > 2000) router.refresh();
  }, [router, path]);
}
