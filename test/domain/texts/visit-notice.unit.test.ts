import { describe, expect, it } from '@jest/globals';
import { visitNotice } from '../../../src/domain/texts/index.js';
import { at } from '../../../src/testing/index.js';
import { about, clockLine, inEnglish, setting, signature } from './people.js';

const notice = {
  ...about,
  window: { from: at('2026-11-25T16:00:00Z'), to: at('2026-11-25T20:00:00Z') },
  purpose: 'repair',
  rescheduled: false,
} as const;

describe('The user is told of the visit (O-30)', () => {
  it('its day, its hours, its purpose, where and who', () => {
    expect(visitNotice(setting(), { ...notice, visitor: 'Juan Pérez', address: 'Calle 5, núm. 12' })).toEqual(
      {
        subject: 'Visita para atender su reporte de falla. Número de seguimiento: CR-000042-7',
        body: `Apreciable María López:

Para atender su reporte de falla programamos una visita a su domicilio.

Número de seguimiento: CR-000042-7
Fecha: miércoles 25 de noviembre de 2026
Horario: de 10:00 a 14:00 h
Motivo: reparación
Domicilio: Calle 5, núm. 12
Le visita: Juan Pérez

Le pedimos que alguien pueda recibirnos. Si el horario no le conviene, avísenos y acordamos otro.

${clockLine}

${signature}`,
      },
    );
  });

  it('a new window says that it takes the place of the old one (I-14); what is erased is left out', () => {
    const again = { ...notice, kind: 'suggestion', rescheduled: true, visitor: null, address: null } as const;
    expect(visitNotice(setting(), again).body).toContain(`

Cambió el horario de la visita para atender su sugerencia. El nuevo horario sustituye al anterior.

Número de seguimiento: CR-000042-7
Fecha: miércoles 25 de noviembre de 2026
Horario: de 10:00 a 14:00 h
Motivo: reparación

Le pedimos`);
  });

  it('in English', () => {
    const { subject, body } = visitNotice(inEnglish, { ...notice, purpose: 'equipment' });
    expect(subject).toBe('Visit about your fault report. Folio number: CR-000042-7');
    expect(body).toContain(`Dear María López,

We have scheduled a visit to your home to attend to your fault report.

Folio number: CR-000042-7
Date: Wednesday 25 November 2026
Time: from 10:00 to 14:00
Purpose: delivery or pick-up of equipment

Please make sure that somebody can let us in. If the time does not suit you, tell us and we will agree on another.

Times in this notice are central Mexico time.

Yours sincerely,`);
    expect(visitNotice(inEnglish, { ...notice, rescheduled: true }).body).toContain(
      'The visit about your fault report has a new time, which takes the place of the earlier one.',
    );
  });

  it('a hostile address adds no line', () => {
    const { body } = visitNotice(setting(), { ...notice, address: 'Calle 5\nHorario: de 03:00 a 04:00 h' });
    expect(body).toContain('\nDomicilio: Calle 5 Horario: de 03:00 a 04:00 h\n');
  });
});
