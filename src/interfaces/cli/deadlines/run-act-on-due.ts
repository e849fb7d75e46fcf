import type { DueResult } from '../../../application/processes/deadlines/run-due.js';
import { done, type ExitStatus } from '../exit-status.js';
import type { Given } from '../program/subcommand.js';
import { momentsFor } from '../reading/moments.js';
import { printJson, say, type Session } from '../session/session.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { withQuejas } from '../session/with-quejas.js';
import { printText } from '../session/print-text.js';
import { progressOn } from '../terminal/progress.js';
import { patience } from '../terminal/still-working.js';

const tell = async (
  session: Session,
  { due, acted, refused, nextWakeAt }: DueResult,
  zone: string,
  dryRun: boolean,
): Promise<void> => {
  const recorded = dryRun
    ? say(session, { es: 'Por registrar: {due}.', en: 'To be recorded: {due}.' }, { due })
    : say(
        session,
        {
          es: 'Vencido: {due}; registrado: {acted}; no admitido: {refused}.',
          en: 'Due: {due}; recorded: {acted}; refused: {refused}.',
        },
        { due, acted, refused },
      );
  const next =
    nextWakeAt === null
      ? say(session, { es: 'No hay nada por vencer.', en: 'Nothing falls due.' })
      : say(
          session,
          { es: 'Lo siguiente vence: {at}.', en: 'The next is due: {at}.' },
          { at: momentsFor(zone, session.language)(nextWakeAt) },
        );
  await printText(session, `${recorded}\n${next}\n`);
};

export const runActOnDue = async (session: Session, { options }: Given): Promise<ExitStatus> => {
  const dryRun = options['dryRun'] === true;
  const label = say(session, { es: 'Solicitudes', en: 'Requests' });
  const progress = await progressOn(session, label, patience);
  return withQuejas(session, dryRun ? 'read' : 'write', async (quejas) => {
    const result = await quejas
      .runDue({ dryRun, signal: session.signal, onProgress: (complaints) => progress.advance(complaints) })
      .finally(progress.end);
    checkInterrupt(session);
    if (session.json) {
      const { due, acted, nextWakeAt, ...rest } = result;
      await printJson(session, { due, acted, nextWakeAt, ...rest });
    } else await tell(session, result, quejas.provider.zone, dryRun);
    return done;
  });
};
