import { fault } from '../faults.js';
import { needed } from '../flags/flag.js';
import { textOf } from '../flags/option-values.js';
import { done } from '../exit-status.js';
import type { Subcommand } from '../program/subcommand.js';
import { printJson } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { lookingGroup } from './groups.js';
import { pageAsked, pageFlags, pageFooter } from './paging.js';
import { viewerFlags, viewerOf } from './viewer-flags.js';

export const list: Subcommand = {
  name: 'list',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'Todas las solicitudes de una persona, por cualquier medio',
    en: "All of a person's requests, by whatever channel",
  },
  flags: [
    needed('subscriber', 'text', 'Seudónimo de la persona', 'Pseudonym of the person'),
    ...pageFlags,
    ...viewerFlags,
  ],
  run: (session, { options }) => {
    const subscriber = textOf(options, 'subscriber');
    if (subscriber === undefined) throw fault('argument-missing', { name: '--subscriber' });
    const page = pageAsked(options);
    const viewer = viewerOf(options);
    return withQuejas(session, 'read', async (quejas) => {
      const { items, total, next } = await quejas.requestsOf(subscriber, viewer, page);
      if (session.json) {
        await printJson(session, { items, total, next });
        return done;
      }
      const { requestsTable } = await import('./requests-table.js');
      await session.out.write(await requestsTable(session, items, quejas.provider.zone));
      await pageFooter(session, { total, next, shown: items.length }, quejas.provider.zone);
      return done;
    });
  },
};
