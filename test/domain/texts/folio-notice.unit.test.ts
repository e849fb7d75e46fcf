import { describe, expect, it } from '@jest/globals';
import { folioNotice } from '../../../src/domain/texts/index.js';
import { kinds } from '../../../src/domain/complaint/vocabulary.js';
import { at } from '../../../src/testing/index.js';
import { about, clockLine, inEnglish, setting, signature } from './people.js';

const notice = { ...about, channel: 'phone', outOfHours: false } as const;

describe('The folio is made known to the user (O-17)', () => {
  it('in a short letter, with the right to a certificate [CARTA n.23] and to free service (O-08)', () => {
    expect(folioNotice(setting(), notice)).toEqual({
      subject: 'Recibimos su reporte de falla. Número de seguimiento: CR-000042-7',
      body: `Apreciable María López:

Recibimos su reporte de falla el 24 de noviembre de 2026, 00:45 h, por teléfono.

Número de seguimiento: CR-000042-7

Conserve este número: con él puede preguntar en cualquier momento por el estado de su solicitud, por el medio que prefiera.

La atención es gratuita, y usted puede pedir una constancia de su solicitud cuando lo desee.

${clockLine}

${signature}`,
    });
  });

  it('with the day of the answer, and a word on the hour of its receipt', () => {
    const late = {
      ...notice,
      channel: 'email',
      outOfHours: true,
      answerBy: at('2026-12-01T06:00:00Z'),
    } as const;
    expect(folioNotice(setting({ to: { part: 'reporter', name: null } }), late).body)
      .toBe(`Apreciable usuario:

Recibimos su reporte de falla el 24 de noviembre de 2026, 00:45 h, por correo electrónico.

Número de seguimiento: CR-000042-7

Su solicitud llegó fuera de nuestro horario de atención (las 24 horas, los 365 días del año). Los plazos se cuentan desde que la recibimos.

Conserve este número: con él puede preguntar en cualquier momento por el estado de su solicitud, por el medio que prefiera.

Le responderemos a más tardar el 30 de noviembre de 2026.

La atención es gratuita, y usted puede pedir una constancia de su solicitud cuando lo desee.

${clockLine}

${signature}`);
  });

  it('in English, in the other provider’s words', () => {
    const { subject, body } = folioNotice(inEnglish, { ...notice, kind: 'inquiry', outOfHours: true });
    expect(subject).toBe('We received your inquiry. Folio number: CR-000042-7');
    expect(body).toBe(`Dear María López,

We received your inquiry on 24 November 2026, 00:45, by phone.

Folio number: CR-000042-7

Your request came outside our opening hours (24 hours a day, every day of the year). Deadlines count from the moment we received it.

Please keep this number: with it you can ask how your request stands at any time, by the channel you prefer.

This service is free of charge, and you may ask for a certificate of your request whenever you wish.

Times in this notice are central Mexico time.

Yours sincerely,
Customer Service Area
Emenet

You can reach us at:
- User Care Centre: 427 211 0580 (24 hours a day, every day of the year)
- User Care Centre: 800 944 6123 (24 hours a day, every day of the year)
- E-mail: clientes@emenet.mx (24 hours a day, every day of the year)
- Official web site: www.emenet.mx (24 hours a day, every day of the year)
- In person: Andador Carlos Hank González 304, Colonia Santiago Tianguistenco, Municipio de Tianguistenco, C.P. 52600, Estado de México (Monday to Friday from 09:00 to 18:00, Saturday from 09:00 to 15:00)`);
  });

  it.each(kinds)('for every kind of request alike (O-15, O-35): %s', (kind) => {
    const { subject, body } = folioNotice(setting(), { ...notice, kind });
    expect(subject).toMatch(/^Recibimos su [a-zó]+/u);
    expect(body).toContain('\n\nNúmero de seguimiento: CR-000042-7\n\n');
  });
});

describe('Who is written to (O-36)', () => {
  it.each([
    ['subscriber', 'María', 'Apreciable María:'],
    ['subscriber', null, 'Apreciable suscriptor:'],
    ['reporter', null, 'Apreciable usuario:'],
    ['reporter', ' \u200b ', 'Apreciable usuario:'],
  ] as const)('the %s, called %j', (part, name, greeting) => {
    const { body } = folioNotice(setting({ to: { part, name } }), notice);
    expect(body.split('\n')[0]).toBe(greeting);
  });

  it('a hostile name adds no line and no escape', () => {
    const name = 'Ana\n\nNúmero de seguimiento: CR-999999-9\u001b[2J\u202e';
    const { body } = folioNotice(setting({ to: { part: 'subscriber', name } }), notice);
    expect(body.split('\n')[0]).toBe('Apreciable Ana Número de seguimiento: CR-999999-9:');
    expect(body.split('\n').filter((line) => line.startsWith('Número'))).toEqual([
      'Número de seguimiento: CR-000042-7',
    ]);
  });

  it('a provider without contact points has none named', () => {
    const { body } = folioNotice(setting({ provider: { ...setting().provider, contactPoints: [] } }), notice);
    expect(body.endsWith('Atentamente,\nCentro de Servicio al Cliente\nConectared')).toBe(true);
  });
});
