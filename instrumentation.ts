/** Called by the framework once, before the server takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { watchRequests } = await import("./lib/metrics/watch-requests.server");
  watchRequests();
  const { forgetWhatIsExpunged } = await import("./lib/captures/forget-expunged.server");
  forgetWhatIsExpunged();
}
