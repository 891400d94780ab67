"use client";

import { BrokenPage, type Broken } from "@/components/layout/broken-page";

/** In the frame of the desk, whose places go on working. */
export default function DeskError(broken: Broken) {
  return <BrokenPage {...broken} />;
}
