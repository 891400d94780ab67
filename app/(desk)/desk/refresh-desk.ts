import "server-only";
import { revalidatePath } from "next/cache";

/** All of the desk is read anew after an act: its frame counts, its lists and its panes show the same things. */
export function refreshDesk(): void {
  revalidatePath("/desk", "layout");
}
