import type { ProviderProfile } from '../../../domain/provider/profile.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { KeysUrl, RowsUrl, StoreUrl } from '../../../composition/part-urls.js';
import type { Quejas } from '../../../composition/quejas.js';

/** Where everything is, and how it will be used. */
export interface Place {
  /** `memory:`, `sqlite:` and an absolute path, or a server's connection string. */
  readonly store: StoreUrl;
  /** Where the rows of a server's store lie: `memory:`, or `sqlite:` and an absolute path. */
  readonly rows: RowsUrl | undefined;
  readonly keys: KeysUrl;
  /** What the environment gives in place of the file of the master key. */
  readonly masterKey?: (() => Uint8Array) | undefined;
  /** Whether the store is to go on with this vault, though its values were sealed with another one. */
  readonly newVault?: boolean | undefined;
  /** An id, the absolute path of a profile, or a profile; `undefined`: the only one in the store. */
  readonly provider: string | ProviderProfile | undefined;
  /**
   * `create`: the store is made where there is none. `read`: nothing is written but rows that lag behind. `look`: nothing
   * at all is written to a file.
   */
  readonly access: 'create' | 'write' | 'read' | 'look';
  /** The clock by which a provider of that zone is served. */
  readonly clockIn: (zone: string) => Promise<Clock>;
  /** Whether that clock is believed whatever was recorded before (default: it is not). */
  readonly clockIsRight?: boolean | undefined;
  /** Told how many events the rows lack, where they are read and cannot be brought up to date. */
  readonly onRowsBehind?: (events: number) => void;
}

/** The command line's only way to the library, so that help and faults load nothing of it. */
export interface Opener {
  /** Throws `provider-missing`, `provider-ambiguous`, `provider-unknown`, and whatever the parts throw. */
  readonly open: (place: Place) => Promise<Quejas>;
}
