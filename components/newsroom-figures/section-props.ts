import type { ReactNode } from "react";
import type { NewsroomFigures } from "@/lib/newsroom-figures/figures";
import type { TableName } from "@/lib/newsroom-figures/tables";
import type { Rating } from "@/lib/settings/ratings";

/** What every section is made of; `table` draws the table of that name, folded, with its file. */
export type SectionProps = {
  figures: NewsroomFigures;
  scale: readonly Rating[];
  table: (name: TableName, title: string) => ReactNode;
};
