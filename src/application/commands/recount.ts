import type { DeadlinesCommands } from '../../domain/complaint/deadlines/messages.js';
import { countedBy } from '../../domain/complaint/deadlines/stage.js';
import type { Recount, Terms } from '../../domain/complaint/shapes.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Published } from '../../domain/sla/clocks/read-clocks.js';
import { refOf } from '../../domain/sla/policy/policy.js';

/** What a recount is completed by. */
interface RecountParts {
  /** Of a request that is filed today. */
  readonly terms: Terms;
  /** Publishes the policy and the calendars that filings name, where they are not yet. */
  readonly publish: (now: Instant) => Promise<void>;
  /** Reads what was published of the policies and calendars that are named by `id@version`. */
  readonly versions: {
    readonly load: (named: {
      readonly policies: readonly string[];
      readonly calendars: readonly string[];
    }) => Promise<Published>;
  };
}

const isOf = (id: string) => (ref: string) => ref.startsWith(`${id}@`);

/**
 * What a recompute comes to count by: a calendar that its policy needs and that is not named is today's, as the policy
 * itself is. A clock without its calendar would have no deadline any more, so that one whose version is not known is told instead.
 */
export const recounting =
  ({ terms, publish, versions }: RecountParts) =>
  async (asked: DeadlinesCommands['recomputeClocks'], now: Instant): Promise<Recount> => {
    await publish(now);
    const { policy: id, policyVersion: version } = countedBy(asked, terms);
    const ref = refOf({ id, version });
    const { policyOf } = await versions.load({ policies: [ref], calendars: [] });
    const policy = policyOf(ref);
    const named = asked.calendars ?? [];
    const needed = Object.values(policy?.calendars ?? {}).filter((each) => !named.some(isOf(each)));
    const ofToday = terms.calendars.filter((each) => needed.some((calendar) => isOf(calendar)(each)));
    const calendars = [...named, ...ofToday];
    const { calendarOf } = await versions.load({ policies: [], calendars });
    return {
      calendars,
      unnamed: needed.filter((each) => !calendars.some(isOf(each))),
      unpublished: [
        ...(policy === undefined ? [ref] : []),
        ...calendars.filter((each) => calendarOf(each) === undefined),
      ],
    };
  };
