import { untilClosed } from '../shared/until-closed.js';

/** A file that is opened by its first use, and closed after its last. */
export interface OpenedOnUse<File> {
  /** Throws `store-closed` after `close()`. Where opening fails, the next use tries again. */
  readonly using: <Result>(work: (file: File) => Result | Promise<Result>) => Promise<Result>;
  /** The file, where it is open and not about to be closed. */
  readonly atHand: () => File | undefined;
  /** Ends when everything that was begun before is done, and the file is shut. */
  readonly close: () => Promise<void>;
}

export const openedOnUse = <File>(
  path: string,
  open: () => Promise<File>,
  shut: (file: File) => void | Promise<void>,
): OpenedOnUse<File> => {
  let file: File | undefined;
  let opening: Promise<File> | undefined;

  const opened = async (): Promise<File> => {
    opening ??= open();
    try {
      return (file = await opening);
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };

  const { using, isClosed, close } = untilClosed({ path }, () =>
    file === undefined ? undefined : shut(file),
  );
  return {
    using: (work) => using(async () => work(file ?? (await opened()))),
    atHand: () => (isClosed() ? undefined : file),
    close,
  };
};
