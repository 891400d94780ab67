/** `make`, called when its value is first asked for and never again; what it throws is thrown, and tried again. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
