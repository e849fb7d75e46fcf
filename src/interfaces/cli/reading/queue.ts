import { namedQueues, type Queue } from '../../../queries/queue-names.js';
import { flag } from '../flags/flag.js';
import { choiceOption, textOf } from '../flags/option-values.js';
import { done } from '../exit-status.js';
import type { Subcommand } from '../program/subcommand.js';
import { printJson } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { lookingGroup } from './groups.js';
import { queueLabels } from './queue-labels.js';
import { pageAsked, pageFlags, pageFooter } from './paging.js';
import { viewerFlags, viewerOf } from './viewer-flags.js';

/** On the command line an area is named like a role; what is no role's name is one. */
const queueNamed = (name: string): Queue => namedQueues.find((named) => named === name) ?? { area: name };

const levels = { '1': 1, '2': 2, '3': 3 } as const;
const levelNames = ['1', '2', '3'] as const;

export const queue: Subcommand = {
  name: 'queue',
  aliases: [],
  group: lookingGroup,
  about: { es: 'Qué hay que hacer, y con qué solicitud', en: 'What there is to do, and with which request' },
  flags: [
    flag(
      'for',
      'text',
      'De quién: customer-service = Servicio al Cliente (si falta), technical-lead = responsable técnico, ruling-officer = encargado de resolver, billing = Facturación, legal = Jurídico, supervisor = supervisión, un área, o all = todos',
      'Whose: customer-service (default), technical-lead, ruling-officer, billing, legal, supervisor, an area, or all',
    ),
    flag(
      'technician',
      'text',
      'Sólo lo de este responsable técnico',
      'Only what is in charge of this technical lead',
    ),
    flag('holder', 'text', 'Sólo lo que tiene esta persona', 'Only what this person has'),
    flag(
      'level',
      'text',
      'Sólo lo que subió a este nivel (1 a 3), en la cola supervisor',
      'Only what was escalated to this level (1 to 3), in the queue supervisor',
    ),
    flag(
      'html',
      'text',
      'Archivo en que se escribe como hoja del día, para imprimirla',
      'File that it is written to as the sheet of the day, to print',
    ),
    ...pageFlags,
    ...viewerFlags,
  ],
  run: (session, { options }) => {
    const technician = textOf(options, 'technician');
    const holder = textOf(options, 'holder');
    const level = choiceOption(options, 'level', levelNames);
    const page = {
      ...pageAsked(options),
      ...(technician !== undefined && { technician }),
      ...(holder !== undefined && { holder }),
      ...(level !== undefined && { level: levels[level] }),
    };
    const viewer = viewerOf(options);
    return withQuejas(session, 'read', async (quejas) => {
      const { areasOf } = await import('../../../domain/provider/profile.js');
      const queues = [...new Set([...namedQueues, ...areasOf(quejas.provider)])];
      const whose = choiceOption(options, 'for', queues, queueLabels(quejas.provider)) ?? 'customer-service';
      const file = textOf(options, 'html');
      if (file !== undefined) {
        const { runSheet } = await import('./run-sheet.js');
        const { limit: _usual, ...unlimited } = page;
        const asked = options['limit'] === undefined ? unlimited : page;
        return runSheet(session, quejas, { file, whose, queue: queueNamed(whose), viewer, page: asked });
      }
      const { items, total, next } = await quejas.queue(queueNamed(whose), viewer, page);
      if (session.json) {
        await printJson(session, {
          items: items.map(({ folio, kind, status, reason, reasons, dueAt, dueDay, ...rest }) => ({
            folio,
            kind,
            status,
            reason,
            reasons,
            dueAt,
            dueDay,
            ...rest,
          })),
          total,
          next,
        });
        return done;
      }
      const { queueTable } = await import('./queue-table.js');
      await session.out.write(await queueTable(session, items, quejas.provider));
      await pageFooter(session, { total, next, shown: items.length }, quejas.provider.zone);
      return done;
    });
  },
};
