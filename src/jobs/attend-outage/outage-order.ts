import type { By } from '../../application/commands/actors.js';
import { parseCommand } from '../../application/commands/parse-command.js';
import {
  faultyOption,
  missingOption,
  mustBeObject,
  mustHave,
  mustKnow,
  namesOf,
} from '../../application/errors/option-faults.js';
import { instantOf } from '../../domain/kernel/instant.js';
import type {
  NotifyUserInput,
  RepairInput,
  RuleInput,
  VerifyCauseInput,
} from '../../application/commands/inputs/index.js';

/** What is done on every complaint of a mass outage; what is left out is not done. */
export interface OutageOrder {
  /** Id of the whole: with the same one, what was done before is not done again. */
  readonly commandId: string;
  /** The outage that the complaints are linked to. */
  readonly outage: string;
  /** The cause that was found, the same for all. */
  readonly cause?: Omit<VerifyCauseInput, 'commandId' | 'occurredAt' | 'faultFound'>;
  /** How and when the service was restored; measured, so that no user has to be asked. */
  readonly restoration?: Omit<RepairInput, 'commandId' | 'occurredAt'> &
    Required<Pick<RepairInput, 'restoredAt'>>;
  /** *Procedente* or *improcedente*, with its reasons. */
  readonly ruling?: Omit<RuleInput, 'commandId' | 'occurredAt'>;
  /** The final notice to each user. */
  readonly notice?: Omit<NotifyUserInput, 'commandId' | 'occurredAt'>;
  /** Whether complaints in charge of another technical lead are handed to this one (default: those are refused). */
  readonly reassign?: boolean;
}

/** Who attends to an outage: each step is its own role's. */
export interface OutageStaff {
  /** Assigns, confirms that the service is back, and notifies. */
  readonly customerService: By;
  /** Verifies the cause, repairs and reports; complaints without a technical lead are assigned to this one. */
  readonly technicalLead: By;
  /** Rules; needed where the order has a ruling. */
  readonly rulingOfficer?: By;
}

/** A step of an order on one complaint. */
export interface OutageStep {
  /** Name of its command. */
  readonly type:
    | 'assignTechnician'
    | 'verifyCause'
    | 'repair'
    | 'reportRepair'
    | 'confirmRestoration'
    | 'rule'
    | 'notifyUser';
  /** Input of its command, but for id and time. */
  readonly input: object;
  /** Who gives the command. */
  readonly by: By;
}

/** The lead of the outage is given what no lead is in charge of, and by order what another one is. */
const assignment = (
  { cause, restoration, reassign = false }: OutageOrder,
  { customerService, technicalLead }: OutageStaff,
  inCharge: string | null,
): readonly OutageStep[] => {
  const technical = cause !== undefined || restoration !== undefined;
  const mayTake = inCharge === null || (reassign && inCharge !== technicalLead.actor);
  const input = { technician: technicalLead.actor, owner: customerService.actor };
  return technical && mayTake ? [{ type: 'assignTechnician', input, by: customerService }] : [];
};

const restored = (
  { restoration }: OutageOrder,
  { customerService, technicalLead }: OutageStaff,
): readonly OutageStep[] => {
  if (restoration === undefined) return [];
  // It is confirmed of each complaint when the order is carried out: some came in after the service was back.
  const confirmation = { by: 'measurement' };
  return [
    { type: 'repair', input: restoration, by: technicalLead },
    { type: 'reportRepair', input: { outcome: 'repaired' }, by: technicalLead },
    { type: 'confirmRestoration', input: confirmation, by: customerService },
  ];
};

/** The steps of an order on a complaint, by who is in charge of it. */
export const stepsOf = (
  order: OutageOrder,
  staff: OutageStaff,
  inCharge: string | null,
): readonly OutageStep[] => {
  const { cause, ruling, notice } = order;
  const { customerService, technicalLead, rulingOfficer } = staff;
  const found = { ...cause, faultFound: true };
  const steps: readonly (OutageStep | undefined)[] = [
    ...assignment(order, staff, inCharge),
    cause && { type: 'verifyCause', input: found, by: technicalLead },
    ...restored(order, staff),
    ruling && rulingOfficer && { type: 'rule', input: ruling, by: rulingOfficer },
    notice && { type: 'notifyUser', input: notice, by: customerService },
  ];
  return steps.filter((step) => step !== undefined);
};

const orderNames = namesOf<OutageOrder>({
  commandId: true,
  outage: true,
  cause: true,
  restoration: true,
  ruling: true,
  notice: true,
  reassign: true,
});

const staffNames = namesOf<OutageStaff>({ customerService: true, technicalLead: true, rulingOfficer: true });

/** Any instant will do: what is looked at is the shape of an input. */
const anyTime = instantOf(0);

/**
 * Throws `option-invalid` for an order that asks for nothing, for a part that no order and no staff has, for a ruling by
 * no one, and for input that every complaint would refuse: of half an order nothing is carried out.
 */
export const checkOrder = (order: OutageOrder, staff: OutageStaff): void => {
  mustHave('order', order, { commandId: 'string', outage: 'string' });
  mustHave('staff', staff, { customerService: 'object', technicalLead: 'object' });
  mustKnow('order', order, orderNames);
  mustKnow('staff', staff, staffNames);
  const { commandId, cause, restoration, ruling, notice } = order;
  if ([cause, restoration, ruling, notice].every((part) => part === undefined))
    throw missingOption('order', 'cause, restoration, ruling, notice');
  for (const [part, input] of Object.entries({ cause, restoration, ruling, notice }))
    if (input !== undefined) mustBeObject(`order.${part}`, input, '{ … }');
  if (ruling !== undefined && staff.rulingOfficer === undefined)
    throw missingOption('rulingOfficer', 'asRulingOfficer(…)');
  for (const { type, input } of stepsOf(order, staff, null)) {
    const parsed = parseCommand(type, { ...input, commandId }, anyTime);
    const [fault] = parsed.ok ? [] : parsed.details.faults;
    if (fault !== undefined) throw faultyOption(`${type}.${fault.path}`, fault);
  }
};
