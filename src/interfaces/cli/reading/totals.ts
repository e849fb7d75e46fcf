import { done } from '../exit-status.js';
import type { Subcommand } from '../program/subcommand.js';
import { printJson } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { lookingGroup } from './groups.js';

export const totals: Subcommand = {
  name: 'totals',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'Cuántas solicitudes hay, y cómo están',
    en: 'How many requests there are, and how they stand',
  },
  flags: [],
  run: (session) =>
    withQuejas(session, 'read', async (quejas) => {
      if (session.json) {
        const { filed, open, closed, byStatus, ...rest } = await quejas.totals();
        await printJson(session, { filed, open, closed, byStatus, ...rest });
        return done;
      }
      const { totalsTable } = await import('./totals-table.js');
      await session.out.write(await totalsTable(session, [quejas]));
      return done;
    }),
};
