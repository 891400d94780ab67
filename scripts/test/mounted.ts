import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach } from "vitest";

/** For tests that put forms on a page: `rootIn` draws in a place until the test ends, so that no field counts in another one. */
export function useRoots(): (place: HTMLElement) => Root {
  const roots: Root[] = [];
  afterEach(async () => {
    for (const root of roots.splice(0)) await act(async () => root.unmount());
  });
  return (place) => {
    const root = createRoot(place);
    roots.push(root);
    return root;
  };
}
