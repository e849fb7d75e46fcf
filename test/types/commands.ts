// Checked by the compiler alone: each `@ts-expect-error` fails where the mistake below it would be let through.
import { asCustomerService, conectared, openQuejas, type Quejas } from 'quejas';

const by = asCustomerService('cs-7');

export const filingNamesWhatItIs = (quejas: Quejas) => [
  quejas.file(
    {
      commandId: 'call-1',
      kind: 'fault',
      channel: 'phone',
      receivedAt: '2026-11-20T15:04:05-06:00',
      subscriber: { ref: 's-1' },
      description: 'No tengo internet.',
    },
    by,
  ),
  quejas.file(
    {
      commandId: 'call-1',
      // @ts-expect-error no such kind of request
      kind: 'outage',
      channel: 'phone',
      receivedAt: '2026-11-20T15:04:05-06:00',
      subscriber: { ref: 's-1' },
      description: 'No tengo internet.',
    },
    by,
  ),
];

export const aCommandKnowsItsFields = (quejas: Quejas) => {
  const complaint = quejas.complaint('CR-000123-0');
  return [
    complaint.assignTechnician({ commandId: 'assign-1', technician: 'rt-3' }, by),
    // @ts-expect-error no actor is named
    complaint.assignTechnician({ commandId: 'assign-1' }, by),
    // @ts-expect-error an actor comes with a role
    complaint.assignTechnician({ commandId: 'assign-1', technician: 'rt-3' }, { actor: 'cs-7' }),
    // @ts-expect-error a folio is given by filing, not by a later command
    complaint.file,
  ];
};

export const openingSaysWhereThingsLie = () => [
  openQuejas({ store: 'memory:', keys: 'memory:', provider: conectared }),
  // @ts-expect-error personal values need keys
  openQuejas({ store: 'memory:', provider: conectared }),
  // @ts-expect-error a profile, not its name
  openQuejas({ store: 'memory:', keys: 'memory:', provider: 'conectared' }),
  // @ts-expect-error a clock is a function
  openQuejas({ store: 'memory:', keys: 'memory:', provider: conectared, clock: new Date() }),
];

export const whatIsHandedOutStaysAsItIs = (quejas: Quejas) => {
  // @ts-expect-error what is open serves the provider it was opened for
  quejas.provider = conectared;
};
