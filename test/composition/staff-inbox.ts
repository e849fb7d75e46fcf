import { asCustomerService, type EventType, type StaffNotice, type StaffNotices } from '../../src/index.js';
import type { OpenQuejasOptions } from '../../src/composition/open-quejas.js';
import { opened, report, type StoreKind } from './opened.js';

export const cs = asCustomerService('cs-7');
export const id = (last: number): string => `0198c000-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** A host that keeps what it was given and what it was asked to give, and fails where it is told to. */
export const inbox = (more: Partial<StaffNotices> = {}) => {
  const given: StaffNotice[] = [];
  const tried: string[] = [];
  let isDown = false;
  let during: (() => Promise<unknown>) | undefined;
  const staffNotices: StaffNotices = {
    deliver: async (notice) => {
      tried.push(notice.key);
      if (isDown) throw new Error('mail server away');
      const work = during;
      during = undefined;
      await work?.();
      given.push(notice);
    },
    ...more,
  };
  return {
    ...{ staffNotices, given, tried },
    down: (is: boolean) => (isDown = is),
    /** What happens once, while the next notice is under way. */
    meanwhile: (work: () => Promise<unknown>) => (during = work),
  };
};

/** What was given, a line each. */
export const told = (given: readonly StaffNotice[]): readonly string[] =>
  given.map((each) =>
    each.kind === 'digest'
      ? `digest of ${each.complaints}: ${each.warnings} ${each.breaches} ${each.escalations}`
      : `${each.act} ${each.level ?? ''} ${each.clock ?? ''}`.trim(),
  );

/** Quejas whose staff is told through an inbox. */
export const withInbox = async (
  kind: StoreKind,
  { staffNotices }: { readonly staffNotices: StaffNotices },
  more: Partial<OpenQuejasOptions> = {},
) => {
  const { quejas, time, folder } = await opened(kind, { staffNotices, ...more });
  const file = async (
    last: number,
    given: Record<string, unknown> = {},
    options: Parameters<typeof quejas.file>[2] = {},
  ): Promise<string> => {
    const input = report(id(last), { receivedAt: undefined, contract: `c-${last}`, ...given });
    const filed = await quejas.file(input, cs, options);
    if (!filed.ok) throw new Error(filed.code);
    return filed.folio;
  };
  const recorded = async (type: EventType) => (await quejas.events({ limit: 10_000, types: [type] })).events;
  return { quejas, time, folder, file, recorded };
};
