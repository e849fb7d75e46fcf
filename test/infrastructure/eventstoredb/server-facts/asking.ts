import type {
  BareClient,
  Believed,
  DeleteOptions,
  Place,
  Proposal,
  Recorded,
  Resolved,
  WriteOptions,
} from './bare-client.js';
import { saidError } from './said-errors.js';
import type { SaidError } from './said-errors.js';

/** What came of a write. */
export type Written =
  | { readonly ok: true; readonly next: bigint; readonly position: Place | undefined }
  | ({ readonly ok: false } & SaidError);

/** What came of a read: the events until its end, and the error it ended in where it did. */
export interface Reading {
  readonly events: readonly Recorded[];
  readonly error?: SaidError;
}

const told = async (
  asked: Promise<{ nextExpectedRevision?: bigint; position?: Place }>,
): Promise<Written> => {
  try {
    const { nextExpectedRevision = -1n, position } = await asked;
    return { ok: true, next: nextExpectedRevision, position };
  } catch (error) {
    return { ok: false, ...saidError(error) };
  }
};

const both = <Value>(believed: Value) => ({ expectedRevision: believed, streamState: believed });

export const append = (
  client: BareClient,
  stream: string,
  believed: Believed,
  events: readonly Proposal[],
  more: Omit<WriteOptions, 'expectedRevision' | 'streamState'> = {},
): Promise<Written> => told(client.appendToStream(stream, [...events], { ...both(believed), ...more }));

export const softDelete = (
  client: BareClient,
  stream: string,
  believed: DeleteOptions['streamState'] = 'any',
): Promise<Written> => told(client.deleteStream(stream, both(believed)));

export const tombstone = (
  client: BareClient,
  stream: string,
  believed: DeleteOptions['streamState'] = 'any',
): Promise<Written> => told(client.tombstoneStream(stream, both(believed)));

/** Reads to the end. */
export const readOut = async (asked: () => AsyncIterable<Resolved>): Promise<Reading> => {
  const events: Recorded[] = [];
  try {
    for await (const { event } of asked()) if (event !== undefined) events.push(event);
    return { events };
  } catch (error) {
    return { events, error: saidError(error) };
  }
};

export const idsOf = (events: readonly { readonly id: string }[]): readonly string[] =>
  events.map(({ id }) => id);

export const revisionsOf = ({ events }: Reading): readonly bigint[] => events.map(({ revision }) => revision);

/** The ids that a stream holds, in order. */
export const idsIn = async (client: BareClient, stream: string): Promise<readonly string[]> =>
  idsOf((await readOut(() => client.readStream(stream, {}))).events);
