import { done } from '../exit-status.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';
import { withQuejas } from '../session/with-quejas.js';

export const metrics: Subcommand = {
  name: 'metrics',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Mediciones en texto OpenMetrics (también con --json): solicitudes abiertas, plazos, atraso de los renglones',
    en: 'Metrics as OpenMetrics text (with --json too): open requests, deadlines, how far rows are behind',
  },
  flags: [],
  run: (session) =>
    withQuejas(
      session,
      'look',
      async (quejas) => {
        await session.out.write(await quejas.metrics());
        return done;
      },
      { readsRows: false },
    ),
};
