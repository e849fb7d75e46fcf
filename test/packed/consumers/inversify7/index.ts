import { Container } from 'inversify';
import { asCustomerService, emenet, type Quejas } from 'quejas';
import { QUEJAS, quejasModule } from 'quejas/inversify';

const main = async () => {
  const container = new Container();
  await container.load(quejasModule({ store: 'sqlite:./quejas.db', keys: 'file:./keys/keys.db', provider: emenet }));
  const quejas = await container.getAsync<Quejas>(QUEJAS);
  const filed = await quejas.file({
    commandId: 'mail-42', kind: 'inquiry', channel: 'email', receivedAt: '2026-11-20T15:04:05-06:00',
    subscriber: { ref: 's-1' }, description: '¿Cuándo es mi fecha de corte?',
  }, asCustomerService('cs-7'));
  if (!filed.ok) throw new Error(filed.message.es);
  const shown = await quejas.show(filed.folio, asCustomerService('cs-7'));
  await container.unbindAll();
  process.stdout.write(JSON.stringify({ ok: true, folio: filed.folio, status: shown?.status }));
};

void main();
