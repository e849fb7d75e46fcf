/** Which complaint a folio names. It never changes (I-02), so what was learned once stays true. */
export interface FolioIndex {
  /** The complaint, where it is at hand. */
  readonly known: (folio: string) => string | undefined;
  readonly find: (folio: string) => Promise<string | undefined>;
  readonly remember: (folio: string, complaint: string) => void;
}

export const createFolioIndex = (
  lookUp: (folio: string) => Promise<string | undefined>,
  capacity = 100_000,
): FolioIndex => {
  const known = new Map<string, string>();
  const remember = (folio: string, complaint: string): void => {
    if (known.size >= capacity) known.clear();
    known.set(folio, complaint);
  };
  return {
    known: (folio) => known.get(folio),
    remember,
    find: async (folio) => {
      const complaint = await lookUp(folio);
      if (complaint !== undefined) remember(folio, complaint);
      return complaint;
    },
  };
};
