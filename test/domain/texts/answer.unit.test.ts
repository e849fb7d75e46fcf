import { describe, expect, it } from '@jest/globals';
import { answerLetter, cancellationNotice } from '../../../src/domain/texts/index.js';
import { at } from '../../../src/testing/index.js';
import { about, byMail, clockLine, inEnglish, profeco, setting, signature } from './people.js';

const answer = {
  ...about,
  kind: 'inquiry',
  outcome: 'answered',
  answer: 'Su plan incluye 100 Mb/s.\nPuede cambiarlo cuando guste.',
  sending: byMail,
} as const;

describe('An inquiry is answered (O-02)', () => {
  it('with the answer in its own words', () => {
    expect(answerLetter(setting(), answer)).toEqual({
      subject: 'Respuesta a su consulta. Número de seguimiento: CR-000042-7',
      body: `Apreciable María López:

Ésta es nuestra respuesta a su consulta:

  Su plan incluye 100 Mb/s.
  Puede cambiarlo cuando guste.

Número de seguimiento: CR-000042-7

Le respondemos por correo electrónico, el mismo medio que usted usó.

${signature}`,
    });
  });

  it('in English', () => {
    expect(answerLetter(inEnglish, answer).body).toContain(`Dear María López,

This is our answer to your inquiry:

  Su plan incluye 100 Mb/s.
  Puede cambiarlo cuando guste.

Folio number: CR-000042-7

We answer by e-mail, the way you used.

Yours sincerely,`);
  });

  it.each([
    ['other', 'Le respondemos por el mismo medio que usted usó.', 'We answer by the channel that you used.'],
    [
      'authority',
      'Le respondemos por medio de la autoridad a la que usted acudió.',
      'We answer through the authority that you turned to.',
    ],
    [
      'in-person',
      'Le respondemos en persona, como usted presentó su solicitud.',
      'We answer in person, the way you came to us.',
    ],
    [
      'post',
      'Le respondemos por correo postal, el mismo medio que usted usó.',
      'We answer by post, the way you used.',
    ],
  ] as const)('by the way that the request came, in words that fit it: %s', (channel, es, en) => {
    const sending = { channel, filedBy: channel };
    expect(answerLetter(setting(), { ...answer, sending }).body).toContain(`\n\n${es}\n\n`);
    expect(answerLetter(inEnglish, { ...answer, sending }).body).toContain(`\n\n${en}\n\n`);
  });

  it('by the way that the user asked for, also where it has no name of its own', () => {
    const chosen = (channel: 'other' | 'in-person') => ({
      ...answer,
      sending: { channel, filedBy: 'phone', preferred: channel } as const,
    });
    expect(answerLetter(setting(), chosen('other')).body).toContain(
      'Le respondemos por el medio que usted pidió.',
    );
    expect(answerLetter(inEnglish, chosen('other')).body).toContain(
      'We answer by the channel that you asked for.',
    );
    expect(answerLetter(setting(), chosen('in-person')).body).toContain(
      'Le respondemos en persona, como usted lo pidió.',
    );
  });

  it('or, where that can no longer be read, with a neutral word', () => {
    expect(answerLetter(setting(), { ...answer, answer: null }).body).toContain(
      'a su consulta:\n\n  (texto suprimido para proteger datos personales)\n\n',
    );
    expect(answerLetter(inEnglish, { ...answer, answer: null }).body).toContain(
      '\n  (text erased to protect personal data)\n',
    );
  });
});

describe('Each outcome has its own words (O-05, O-06)', () => {
  it.each([
    [
      'suggestion',
      'acknowledged',
      'Agradecemos su sugerencia. Le comentamos lo siguiente:',
      'Thank you for your suggestion. We would like to say this:',
    ],
    ['procedure', 'done', 'Atendimos su trámite:', 'We have attended to your procedure:'],
    [
      'procedure',
      'not-possible',
      'No nos fue posible atender su trámite, por lo siguiente:',
      'We could not attend to your procedure, for this reason:',
    ],
  ] as const)('a %s that is %s', (kind, outcome, es, en) => {
    expect(answerLetter(setting(), { ...answer, kind, outcome }).body.split('\n\n')[1]).toBe(es);
    expect(answerLetter(inEnglish, { ...answer, kind, outcome }).body.split('\n\n')[1]).toBe(en);
  });

  it('an answer of what was not possible names where the user may go next', () => {
    const next = { ...answer, nextInstance: 'PROFECO' };
    expect(answerLetter(setting(), { ...next, outcome: 'not-possible' }).body).toContain(
      `\n\nSi no está de acuerdo, puede acudir, dentro del plazo que marca la ley, a: ${profeco}.\n\n`,
    );
    expect(answerLetter(inEnglish, { ...next, outcome: 'not-possible' }).body).toContain(
      'you may turn, within the term of the law, to: Procuraduría Federal del Consumidor (PROFECO), phones 55 5568 8722 and 800 468 8722, online at Concilianet (concilianet.profeco.gob.mx).',
    );
    expect(answerLetter(setting(), next).body).not.toContain('PROFECO');
  });
});

const cancellation = {
  folio: about.folio,
  receivedAt: about.receivedAt,
  effectiveAt: at('2026-12-01T06:00:00Z'),
  balance: { amount: -123_456, currency: 'MXN' },
  sending: byMail,
} as const;

describe('A cancellation is confirmed (O-06)', () => {
  it('with the date from which nothing is charged, and its registration number [CARTA n.9]', () => {
    expect(cancellationNotice(setting(), cancellation)).toEqual({
      subject: 'Cancelación de su servicio. Número de seguimiento: CR-000042-7',
      body: `Apreciable María López:

Atendimos la solicitud de cancelación que recibimos el 24 de noviembre de 2026, 00:45 h.

La cancelación surte efecto el 1 de diciembre de 2026, 00:00 h. A partir de entonces no se le cobrará el servicio cancelado.

Número de seguimiento: CR-000042-7
Éste es también el número de registro de la cancelación. Consérvelo.

Saldo a su favor: $1,234.56 MXN.

Le respondemos por correo electrónico, el mismo medio que usted usó.

${clockLine}

${signature}`,
    });
  });

  it('in English', () => {
    expect(cancellationNotice(inEnglish, cancellation).body).toContain(`Dear María López,

We have carried out the cancellation request that we received on 24 November 2026, 00:45.

The cancellation takes effect on 1 December 2026, 00:00. From then on you will not be charged for the cancelled service.

Folio number: CR-000042-7
This is also the registration number of the cancellation. Please keep it.

Balance in your favour: $1,234.56 MXN.

We answer by e-mail, the way you used.

Times in this notice are central Mexico time.

Yours sincerely,`);
  });

  it.each([
    [39_900, 'Saldo por pagar: $399.00 MXN.', 'Balance to pay: $399.00 MXN.'],
    [0, 'No queda ningún saldo pendiente.', 'Nothing is left to pay.'],
  ])('a cancellation is confirmed with a balance of %d', (amount, es, en) => {
    const balance = { amount, currency: 'MXN' };
    expect(cancellationNotice(setting(), { ...cancellation, balance }).body.split('\n\n')).toContain(es);
    expect(cancellationNotice(inEnglish, { ...cancellation, balance }).body.split('\n\n')).toContain(en);
  });

  it('which is not spoken of where it is not known', () => {
    expect(cancellationNotice(setting(), { ...cancellation, balance: undefined }).body).not.toMatch(
      /saldo/iu,
    );
  });
});
