import { chmodSync } from 'node:fs';

/** No right is checked for root: such a process does the work as another user, who may read and no more. */
const somebodyElse = 65_534;

/** Does work as another user, and then makes the rights what they were. */
const asSomebodyElse = async <Result>(work: () => Promise<Result>, restore: () => void): Promise<Result> => {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(somebodyElse);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    restore();
  }
};

/** Does work where a file may be read and not be written, nor anything beside it. */
export const readingOnly = <Result>(
  { folder, file }: { readonly folder: string; readonly file: string },
  work: () => Promise<Result>,
): Promise<Result> => {
  chmodSync(file, 0o444);
  chmodSync(folder, 0o555);
  return asSomebodyElse(work, () => {
    chmodSync(folder, 0o700);
    chmodSync(file, 0o600);
  });
};

/** Does work where a folder is closed: neither what lies in it, nor whether anything does, can be told. */
export const asStranger = <Result>(folder: string, work: () => Promise<Result>): Promise<Result> => {
  chmodSync(folder, 0o000);
  return asSomebodyElse(work, () => {
    chmodSync(folder, 0o700);
  });
};
