import { accept, reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import { others } from '../asked-relations.js';
import { standsAgainstTheProvider, untoldBefore } from '../before-the-end.js';
import type { Closing } from '../ending/messages.js';
import { firstOf } from '../guards.js';
import { theReopening } from '../rests-on.js';
import { defineStage } from '../stage.js';
import type { ReportCommands, ReportEvents } from './messages.js';

export const report = defineStage<ReportEvents, ReportCommands, Closing>()({
  events: { ReportConcluded: { found: 'subscriber' } },
  disclosed: { ReportConcluded: { to: 'parties', words: { found: 'user' } } },
  restsOn: { ReportConcluded: theReopening },
  commands: { concludeReport: ['customer-service'] },
  relations: { concludeReport: others },
  decide: {
    /** A report is looked into and ends: no user is waited for, and none is owed a ruling. Who is known is told first. */
    concludeReport: ({ found, ...data }, complaint, context) => {
      const { facets, filing, folio } = complaint;
      if (facets.report === 'none') return reject('not-a-report', { folio });
      if (isBlank(found)) return reject('finding-missing', { folio });
      return (
        firstOf(untoldBefore(complaint, context), standsAgainstTheProvider(complaint, context)) ??
        accept(
          { type: 'ReportConcluded', data, personal: { [filing.subscriber]: { found } } },
          { type: 'Closed', data: { reason: 'report-concluded' } },
        )
      );
    },
  },
  evolve: { ReportConcluded: {} },
  refusals: {
    'finding-missing': {
      kind: 'rule',
      es: 'Lo que se encontró sobre {folio} no puede ir vacío.',
      en: 'What was found about {folio} may not be empty.',
    },
    'not-a-report': {
      kind: 'rule',
      es: 'La solicitud {folio} es de un usuario: termina con su respuesta final, no como un reporte.',
      en: 'Request {folio} is that of a user: it ends with the final word, not as a report.',
    },
  },
});
