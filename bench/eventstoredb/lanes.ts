import { rateOf, steadyRate, type Pace } from '../pace.js';

/** Appends one event to a stream, at the revision that its last event has (-1 where it has none). */
export type AppendAt = (stream: string, commandId: string, revision: number) => Promise<void>;

const uuid = (lane: number): string => `0198c0de-0000-7000-8000-${String(lane).padStart(12, '0')}`;

/** The stream of a lane. */
export const laneStream = (namespace: string, lane: number): string => `${namespace}complaint-${uuid(lane)}`;

/**
 * As many appends as said, some at once, each to a stream that has no other writer meanwhile; every stream has an
 * event before the clock starts. Gives the rate per second.
 */
export const appendInLanes = async (namespace: string, pace: Pace, append: AppendAt): Promise<number> => {
  const lanes = Array.from({ length: pace.atOnce }, (_, lane) => ({
    stream: laneStream(namespace, lane),
    revision: -1,
  }));
  const one = async (n: number): Promise<void> => {
    const lane = lanes.pop();
    if (lane === undefined) throw new Error('more at once than lanes');
    await append(lane.stream, `append-${String(n)}`, lane.revision);
    lane.revision += 1;
    lanes.push(lane);
  };
  await rateOf({ count: pace.atOnce, atOnce: pace.atOnce }, (n) => one(-1 - n));
  return steadyRate(pace, one);
};
