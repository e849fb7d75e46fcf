import type { Checkpoint } from '../../application/audit/notes/checkpoint.js';
import {
  fingerprintOf,
  formatVerifierKey,
  type VerifierKey,
} from '../../application/audit/notes/verifier-key.js';

/** A key of the log, as it is handed out. */
export interface LogKey {
  /** `name+id+base64` (C2SP signed-note), for a policy or `verify --vkey`. */
  readonly vkey: string;
  /** What two people compare to see that they hold the same key. */
  readonly fingerprint: string;
}

export const keysOf = (keys: readonly VerifierKey[] = []): readonly LogKey[] =>
  keys.map((key) => ({ vkey: formatVerifierKey(key), fingerprint: fingerprintOf(key) }));

/** A head without the note that it was read from. */
export const plainCheckpoint = ({ origin, size, root }: Checkpoint): Checkpoint => ({ origin, size, root });
