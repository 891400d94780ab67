/** An outlet as the settings show it. */
export type OutletDto = {
  id: string;
  name: string;
  host: string | null;
  agency: boolean;
  version: number;
  owner: { id: string; name: string } | null;
  otherNames: string[];
  articles: number;
};
