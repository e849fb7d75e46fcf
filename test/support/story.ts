import {
  asAuthority,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asLegal,
  asRulingOfficer,
  asSystem,
  asTechnicalLead,
  asUser,
  conectared,
  openQuejas,
  type By,
  type CommandResult,
  type OpenQuejasOptions,
  type ProviderProfile,
  type Quejas,
  type RefusalCode,
} from '../../src/index.js';
import type { CommandInput } from '../../src/application/commands/parse-command.js';
import type { ComplaintCommandType } from '../../src/domain/complaint/index.js';
import { instantOf, type Instant } from '../../src/domain/kernel/instant.js';
import type { NoticeKind } from '../../src/queries/letters/notice-kinds.js';
import type { CaseFull } from '../../src/queries/case-view.js';

/** What a step brings; its command id is given by the story. */
type Said<C extends ComplaintCommandType> = Omit<CommandInput<C>, 'commandId'>;
/** What a request says of itself, beyond what every one in a story has. */
export type Told = Partial<Said<'file'>>;

/** A request in a story: what is done to it, and how it stands. */
export interface Case {
  readonly folio: string;
  /** An actor does something, and it is accepted. */
  readonly by: <C extends Exclude<ComplaintCommandType, 'file'>>(
    who: By,
    does: C,
    said?: Said<C>,
  ) => Promise<Extract<CommandResult, { readonly ok: true }>>;
  /** An actor tries something; gives the code of the refusal. */
  readonly refused: <C extends Exclude<ComplaintCommandType, 'file'>>(
    who: By,
    tries: C,
    said?: Said<C>,
  ) => Promise<RefusalCode | 'accepted'>;
  /** Whose work it is, and what they have to do. */
  readonly workOf: () => Promise<Readonly<Record<string, readonly string[]>>>;
  readonly shownTo: (who: By, asOf?: { at?: string; knownAt?: string }) => Promise<CaseFull>;
  readonly letter: (kind: NoticeKind, who: By) => Promise<string>;
  readonly ending: () => Promise<string>;
}

/** A day at a provider: a clock that the story moves, and requests that are filed. */
export interface Story {
  readonly quejas: Quejas;
  /** Moves the clock to a local time of Mexico City: `2026-11-20 10:00`. */
  readonly at: (local: string) => void;
  /** A local time of Mexico City, for what is told of another moment. */
  readonly on: (local: string) => Instant;
  readonly files: (who: By, told?: Told) => Promise<Case>;
  readonly end: () => Promise<void>;
}

/** A local time of the central zone of Mexico, which has had no summer time since 2022. */
export const local = (text: string): Instant => instantOf(Date.parse(`${text.replace(' ', 'T')}:00-06:00`));

const desk = asCustomerService('cs-story');

/** Who is who in the stories; the one who complains is Ana, whose contract is in her name. */
export const cast = {
  ana: asUser('s-ana', { verified: true }),
  stranger: asUser('s-666', { verified: true }),
  lucia: asCustomerService('cs-lucia'),
  marcos: asTechnicalLead('rt-marcos'),
  rosa: asTechnicalLead('rt-rosa'),
  nora: asRulingOfficer('ro-nora'),
  pablo: asRulingOfficer('ro-pablo'),
  beto: asBilling('bi-beto'),
  clara: asCompetentArea('ar-clara', { area: 'billing' }),
  elena: asLegal('le-elena'),
  profeco: asAuthority('profeco', { verified: true }),
  clock: asSystem('clock'),
} as const;

const workOf = async (
  quejas: Quejas,
  folio: string,
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const roles = ['customer-service', 'technical-lead', 'ruling-officer', 'legal', 'supervisor'] as const;
  const areas = quejas.provider.areas.map(({ id }) => ({ area: id }));
  const found: Record<string, readonly string[]> = {};
  for (const queue of [...roles, ...areas, 'billing' as const]) {
    const { items } = await quejas.queue(queue, desk, { limit: 1000 });
    const item = items.find((each) => each.folio === folio);
    if (item !== undefined) found[typeof queue === 'string' ? queue : queue.area] = item.reasons;
  }
  return found;
};

const caseOf = (quejas: Quejas, folio: string, nextId: () => string): Case => {
  const tried = (who: By, type: ComplaintCommandType, said: object): Promise<CommandResult> =>
    quejas.execute({ type, folio, input: { commandId: nextId(), ...said } }, who);
  const shownTo: Case['shownTo'] = async (who, asOf) => {
    const view = await quejas.show(folio, who, asOf);
    if (view?.view !== 'full') throw new Error(`${folio} is shown to ${who.actor} as ${String(view?.view)}`);
    return view;
  };
  return {
    folio,
    by: async (who, does, said) => {
      const result = await tried(who, does, said ?? {});
      if (!result.ok)
        throw new Error(`${who.actor} ${does}: ${result.code} ${JSON.stringify(result.details)}`);
      await quejas.runProcesses();
      return result;
    },
    refused: async (who, tries, said) => {
      const result = await tried(who, tries, said ?? {});
      return result.ok ? 'accepted' : result.code;
    },
    workOf: () => workOf(quejas, folio),
    shownTo,
    letter: async (kind, who) => {
      const letter = await quejas.notice(folio, kind, who);
      return letter === undefined ? '' : `${letter.subject}\n${letter.body}`;
    },
    ending: async () => (await shownTo(desk)).ending,
  };
};

/** Begins a story at a provider, on a store in memory unless another is named. */
export const story = async (
  begins: string,
  options: Partial<OpenQuejasOptions> & { readonly provider?: ProviderProfile } = {},
): Promise<Story> => {
  let now = local(begins);
  let steps = 0;
  const nextId = (): string => `step-${String((steps += 1))}`;
  const quejas = await openQuejas({
    store: 'memory:',
    keys: 'memory:',
    provider: conectared,
    clock: () => now,
    ...options,
  });
  return {
    quejas,
    at: (text) => {
      now = local(text);
    },
    on: local,
    files: async (who, told) => {
      const filed = await quejas.file(
        {
          commandId: nextId(),
          kind: 'fault',
          channel: 'phone',
          ...(told?.report === undefined && {
            subscriber: { ref: 's-ana', name: 'Ana Ruiz', phone: '+52 229 555 0101' },
            contract: 'c-ana',
          }),
          description: 'No tengo internet.',
          ...told,
        },
        who,
      );
      if (!filed.ok) throw new Error(`${who.actor} files: ${filed.code} ${JSON.stringify(filed.details)}`);
      await quejas.runProcesses();
      return caseOf(quejas, filed.folio, nextId);
    },
    end: () => quejas.close(),
  };
};

const provider = { causes: ['cut-fibre'], faultFound: true, attribution: 'provider' } as const;

/** An ordinary fault up to the technical lead's report: found at `found`, service back at `back`. */
export const mended = async (
  { at, on, files }: Story,
  {
    found,
    back,
    told,
    cause,
  }: { found: string; back: string; told?: Told; cause?: Partial<Said<'verifyCause'>> },
): Promise<Case> => {
  const { lucia, marcos } = cast;
  const fault = await files(lucia, told);
  await fault.by(lucia, 'communicateFolio', { channel: 'phone' });
  await fault.by(lucia, 'assignTechnician', { technician: marcos.actor });
  at(found);
  await fault.by(marcos, 'verifyCause', { ...provider, ...cause });
  at(back);
  await fault.by(marcos, 'repair', { action: 'spliced', restoredAt: on(back) });
  await fault.by(marcos, 'reportRepair', { outcome: 'repaired' });
  return fault;
};
