import type { By } from '../../../application/commands/actors.js';
import { derivedUuid } from '../../../application/identity/uuid.js';
import { attributions, channels, rulings } from '../../../domain/complaint/vocabulary.js';
import {
  attendOutage,
  type OutageDifference,
  type OutageOrder,
  type OutageResult,
  type OutageStaff,
} from '../../../jobs/attend-outage/index.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import { factsTold } from '../../../domain/texts/facts/facts-told.js';
import { done, statusOf, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { choiceOption, momentOption, textOf, textsOf } from '../flags/option-values.js';
import { ownWordMeant } from '../flags/in-providers-words.js';
import { actionMeant, causeMeant, groundMeant, type Options } from '../flags/read-flags.js';
import type { Given } from '../program/subcommand.js';
import { printJson, say, type Session } from '../session/session.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { withQuejas } from '../session/with-quejas.js';
import { labelledLines, type LabelledLine } from '../terminal/labelled-lines.js';
import { progressOn } from '../terminal/progress.js';

/** The value of a flag without which another one that was given says too little. Throws `argument-missing`. */
const must = <Value>(value: Value | undefined, name: string): Value => {
  if (value === undefined) throw fault('argument-missing', { name });
  return value;
};

/** Refuses flags that mean nothing without another one, which was not given. Throws `argument-missing`. */
const noneAlone = (options: Options, name: string, ...others: readonly string[]): void => {
  if (others.some((other) => options[other] !== undefined)) throw fault('argument-missing', { name });
};

/** A part of an order, once it is known of which provider its words and local times are. */
type Part<Name extends keyof OutageOrder> =
  ((provider: ProviderProfile) => Promise<NonNullable<OutageOrder[Name]>>) | undefined;

const causeOf = (options: Options): Part<'cause'> => {
  const causes = textsOf(options, 'cause').map(causeMeant);
  if (causes.length === 0) {
    noneAlone(options, '--cause', 'attribution', 'affectedFrom', 'explanation');
    return undefined;
  }
  const attribution = must(choiceOption(options, 'attribution', attributions), '--attribution');
  const affectedFrom = momentOption(options, 'affectedFrom');
  const explanation = textOf(options, 'explanation');
  return async (provider) => ({
    causes: causes.map((cause) => ownWordMeant(provider, 'causes', cause)),
    attribution,
    ...(affectedFrom !== undefined && { affectedFrom: await affectedFrom(provider.zone) }),
    ...(explanation !== undefined && { explanation }),
  });
};

const restorationOf = (options: Options): Part<'restoration'> => {
  const action = textOf(options, 'action');
  if (action === undefined) {
    noneAlone(options, '--action', 'restoredAt');
    return undefined;
  }
  const restoredAt = must(momentOption(options, 'restoredAt'), '--restored-at');
  return async (provider) => ({
    action: ownWordMeant(provider, 'actions', actionMeant(action)),
    restoredAt: await restoredAt(provider.zone),
  });
};

const rulingOf = (options: Options): Part<'ruling'> => {
  const outcome = choiceOption(options, 'ruling', rulings);
  if (outcome === undefined) {
    noneAlone(options, '--ruling', 'basis', 'reasons', 'rulingOfficer');
    return undefined;
  }
  const basis = groundMeant(must(textOf(options, 'basis'), '--basis'));
  const reasons = must(textOf(options, 'reasons'), '--reasons');
  return (provider) => Promise.resolve({ outcome, basis: ownWordMeant(provider, 'grounds', basis), reasons });
};

/** The final notice, by the channel that is asked for. */
const noticeOf = (options: Options): OutageOrder['notice'] => {
  const channel = choiceOption(options, 'channel', channels);
  if (options['notify'] !== true) {
    noneAlone(options, '--notify', 'channel');
    return undefined;
  }
  return channel === undefined ? {} : { channel };
};

/** The order that the flags stand for. Throws at once what can be wrong for any provider. */
const orderOf = (options: Options, outage: string): ((provider: ProviderProfile) => Promise<OutageOrder>) => {
  const [cause, restoration, ruling] = [causeOf(options), restorationOf(options), rulingOf(options)];
  const notice = noticeOf(options);
  return async (provider) => {
    const asked = {
      outage,
      ...(cause !== undefined && { cause: await cause(provider) }),
      ...(restoration !== undefined && { restoration: await restoration(provider) }),
      ...(ruling !== undefined && { ruling: await ruling(provider) }),
      ...(notice !== undefined && { notice }),
      ...(options['reassign'] === true && { reassign: true }),
    };
    // The same words are the same order: given again, they go on from where they were.
    const commandId =
      textOf(options, 'commandId') ?? derivedUuid(undefined, 'outage order', JSON.stringify(asked));
    return { commandId, ...asked };
  };
};

const staffOf = (options: Options): OutageStaff => {
  const customerService: By = { actor: textOf(options, 'actor') ?? 'cli', role: 'customer-service' };
  const lead = must(textOf(options, 'technician'), '--technician');
  const technicalLead: By = { actor: lead, role: 'technical-lead' };
  if (options['ruling'] === undefined) return { customerService, technicalLead };
  const actor = must(textOf(options, 'rulingOfficer'), '--ruling-officer');
  return { customerService, technicalLead, rulingOfficer: { actor, role: 'ruling-officer' } };
};

const words = {
  cases: { es: 'Solicitudes', en: 'Requests' },
  attended: { es: 'Atendidas', en: 'Attended' },
  ended: { es: 'Ya terminadas', en: 'Ended before' },
  accepted: { es: 'Comandos aceptados', en: 'Commands accepted' },
  duplicates: { es: 'Comandos que ya se habían tomado', en: 'Commands taken before' },
  refused: { es: 'Rechazada', en: 'Refused' },
  differs: { es: 'Consta otra cosa', en: 'Recorded otherwise' },
} as const;

/** The event in which a step is recorded. */
const eventOf: { readonly [S in OutageDifference['step']]?: string } = {
  verifyCause: 'CauseVerified',
  repair: 'Repaired',
  reportRepair: 'RepairReported',
  rule: 'Ruled',
};

const counts = ['cases', 'attended', 'ended', 'accepted', 'duplicates'] as const;

/** What is recorded otherwise than ordered, as a history tells it. */
const differenceText = (
  session: Session,
  { step, recorded, ordered }: OutageDifference,
  provider: ProviderProfile,
): string => {
  const [is, asked] = [recorded, ordered].map((facts) =>
    factsTold(eventOf[step] ?? '', facts, { ...provider, language: session.language }).join('; '),
  );
  return say(
    session,
    { es: 'consta {is}; se ordenó {asked}', en: 'recorded: {is}; ordered: {asked}' },
    { is: is ?? '', asked: asked ?? '' },
  );
};

const resultText = (session: Session, result: OutageResult, provider: ProviderProfile): string =>
  labelledLines(session.space, [
    ...counts.map((name): LabelledLine => [say(session, words[name]), result[name]]),
    ...result.refused.map(({ folio, message }): LabelledLine => [
      say(session, words.refused),
      [folio, say(session, message)],
    ]),
    ...result.differences.map((difference): LabelledLine => [
      say(session, words.differs),
      [difference.folio, differenceText(session, difference, provider)],
    ]),
  ]);

export const runAttendOutage = async (
  session: Session,
  { operand = '', options }: Given,
): Promise<ExitStatus> => {
  const order = orderOf(options, operand);
  const staff = staffOf(options);
  const progress = await progressOn(session, say(session, words.cases));
  const { result, provider } = await withQuejas(session, 'write', async (quejas) => ({
    provider: quejas.provider,
    result: await attendOutage(quejas, await order(quejas.provider), staff, {
      beforeEach: () => {
        checkInterrupt(session);
      },
      onProgress: ({ cases, total }) => {
        progress.advance(cases, total);
      },
    }),
  })).finally(progress.end);
  if (session.json) await printJson(session, result);
  else await session.out.write(resultText(session, result, provider));
  return result.refused.length + result.differences.length === 0 ? done : statusOf('rule');
};
