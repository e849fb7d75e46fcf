import { asCustomerService, conectared, openQuejas } from 'quejas';
import { byChannel } from './by-channel.js';

const main = async () => {
  const quejas = await openQuejas({ store: 'sqlite:./quejas.db', keys: 'file:./keys/keys.db', provider: conectared, projections: [byChannel] });
  const by = asCustomerService('cs-7');
  const filed = await quejas.file({
    commandId: 'call-4711', kind: 'fault', channel: 'phone', receivedAt: '2026-11-20T15:04:05-06:00',
    subscriber: { ref: 's-1', name: 'María Pérez' }, description: 'No tengo internet desde ayer.',
  }, by);
  if (!filed.ok) throw new Error(filed.message.es);
  await quejas.complaint(filed.folio).assignTechnician({ commandId: 'assign-4711', technician: 'rt-3' }, by);
  const shown = await quejas.show(filed.folio, by);
  const { items: [phone] } = await quejas.rows(byChannel).page();
  await quejas.close();
  process.stdout.write(JSON.stringify({ ok: phone?.filed === 1, folio: filed.folio, status: shown?.status }));
};

void main();
