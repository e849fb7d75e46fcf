import { describe, expect, it } from '@jest/globals';
import { furtherNotice, type ToldEnding } from '../../../src/domain/texts/index.js';
import { about, byMail, clockLine, inEnglish, profeco, setting, signature } from './people.js';

const notice = { ...about, nextInstance: 'PROFECO', reopeningDays: 20, sending: byMail } as const;
const mxn = (amount: number) => ({ amount, currency: 'MXN' });

describe('The letter of an ending (I-10, I-12)', () => {
  it('says how it ended, where the user may go next, and that it may be reopened', () => {
    expect(furtherNotice(setting(), { ...notice, ending: { kind: 'lapsed', reason: 'no-answer' } })).toEqual({
      subject: 'Aviso sobre su reporte de falla. Número de seguimiento: CR-000042-7',
      body: `Apreciable María López:

Le informamos sobre su reporte de falla, del 24 de noviembre de 2026, 00:45 h.

Su solicitud terminó por falta de seguimiento: no recibimos la respuesta que le pedimos.

Si no está de acuerdo, puede acudir, dentro del plazo que marca la ley, a: ${profeco}.

Si el problema continúa, puede pedir que se reabra su solicitud con el mismo número durante los 20 días naturales siguientes a su cierre.

Número de seguimiento: CR-000042-7

Le respondemos por correo electrónico, el mismo medio que usted usó.

${clockLine}

${signature}`,
    });
  });

  const endings: readonly (readonly [ToldEnding, string, string])[] = [
    [{ kind: 'withdrawn' }, 'terminó porque usted desistió', 'you took it back'],
    [
      { kind: 'lapsed', reason: 'no-access' },
      'no fue posible entrar a su domicilio',
      'we could not enter your home',
    ],
    [{ kind: 'duplicate', of: 'CR-000041-9' }, 'con el número CR-000041-9', 'number CR-000041-9'],
    [{ kind: 'duplicate' }, 'el asunto ya se atiende en otra.', 'attended to in another one.'],
    [
      { kind: 'not-accepted', reason: 'not-a-customer', explanation: 'No es suscriptora.' },
      'a su nombre. Ésta es la razón:\n  No es suscriptora.',
      'in your name. This is the reason:\n  No es suscriptora.',
    ],
    [{ kind: 'not-reached' }, 'sin que fuera posible localizarle', 'could not reach you'],
  ];

  it.each(endings)('%j', (ending, es, en) => {
    for (const [reader, words, next] of [
      [setting(), es, `puede acudir, dentro del plazo que marca la ley, a: ${profeco}.`],
      [
        inEnglish,
        en,
        'you may turn, within the term of the law, to: Procuraduría Federal del Consumidor (PROFECO), phones 55 5568 8722 and 800 468 8722, online at Concilianet (concilianet.profeco.gob.mx).',
      ],
    ] as const) {
      const { body } = furtherNotice(reader, { ...notice, ending });
      expect(body).toContain(words);
      expect(body).toContain(next);
    }
  });

  it('tells who took it back where that was not the user who is written to, and what was given up by it', () => {
    const ending = {
      kind: 'withdrawn',
      by: 'representative',
      waives: ['compensation', 'undue-charge'],
    } as const;
    expect(furtherNotice(setting(), { ...notice, ending }).body).toContain(
      'Su solicitud terminó porque desistió, en nombre de usted, quien le representa, como nos lo hizo saber. Con ello se renunció a lo siguiente: la compensación; la devolución del cargo indebido.\n',
    );
    expect(furtherNotice(inEnglish, { ...notice, ending: { ...ending, by: 'reporter' } }).body).toContain(
      'Your request ended because the person who filed it took it back, as they let us know. This was given up by it: the compensation; the refund of the undue charge.\n',
    );
  });

  it('names no reopening where it goes on elsewhere or was not taken', () => {
    for (const ending of [
      { kind: 'duplicate' },
      { kind: 'not-accepted', reason: 'out-of-scope', explanation: null },
    ] as const)
      expect(furtherNotice(setting(), { ...notice, ending }).body).not.toContain('reabra');
  });
});

describe('The letter of an ending that the user contested, and that stands (I-08, I-10)', () => {
  const declined = { reasons: 'Se midió la velocidad contratada.', nextInstance: 'la CONDUSEF' };

  it('gives the reasons and the next instance that was decided, and offers no reopening', () => {
    const { body } = furtherNotice(setting(), { ...notice, declined });
    expect(body).toContain(
      'Revisamos su inconformidad con la conclusión de su solicitud y no procede reabrirla. Éstas son las razones:\n  Se midió la velocidad contratada.',
    );
    expect(body).toContain('puede acudir, dentro del plazo que marca la ley, a: la CONDUSEF.');
    expect(body).not.toContain('PROFECO');
    expect(body).not.toContain('se reabra');
    expect(furtherNotice(inEnglish, { ...notice, declined }).body).toContain(
      'We reviewed your objection to how your request ended, and it is not opened again. These are the reasons:',
    );
  });
});

describe('The letter to the user of a case that has been open for long (I-10)', () => {
  it('says that it goes on and where else to go, and nothing of reopening', () => {
    const aged = { ...notice, goesOn: true };
    const { body } = furtherNotice(setting(), aged);
    expect(body).toContain('sigue en trámite');
    expect(body).toContain(`puede acudir también, si así lo decide, a: ${profeco}.`);
    expect(body).not.toContain('no está de acuerdo');
    expect(body).not.toContain('reabra');
    expect(furtherNotice(inEnglish, aged).body).toContain(
      'you may also turn, if you so decide, to: Procuraduría Federal del Consumidor (PROFECO), phones 55 5568 8722 and 800 468 8722, online at Concilianet (concilianet.profeco.gob.mx).',
    );
  });
});

describe('The letter of what came after the final word', () => {
  it('tells a compensation and an undue charge with their amounts (I-16)', () => {
    const { body } = furtherNotice(setting(), {
      ...notice,
      compensation: { proportionalRefund: mxn(3_990), bonus: mxn(798) },
      undueCharge: { charge: mxn(10_000), bonus: mxn(2_000) },
    });
    expect(body).toContain('$39.90 MXN');
    expect(body).toContain('$47.88 MXN');
    expect(body).toContain('$120.00 MXN');
  });

  it('tells what was agreed (O-32), and what was done of a resolution (I-17)', () => {
    const { body } = furtherNotice(setting(), {
      ...notice,
      agreements: ['Se condona el recargo.'],
      resolutions: [{ reference: 'PFC-1', done: 'Se devolvió el cargo.' }],
    });
    expect(body).toContain('En la conciliación se acordó lo siguiente:\n  Se condona el recargo.');
    expect(body).toContain('en el expediente PFC-1:\n  Se devolvió el cargo.');
  });

  it('tells that no agreement was reached, where one had been recorded (O-32)', () => {
    const { body } = furtherNotice(setting(), { ...notice, noAgreement: true });
    expect(body).toContain('se había registrado un acuerdo. Lo corregimos: no se llegó a ninguno.');
    expect(furtherNotice(setting({ language: 'en' }), { ...notice, noAgreement: true }).body).toContain(
      'We correct that: none was reached.',
    );
    expect(furtherNotice(setting(), notice).body).not.toContain('Lo corregimos');
  });

  it('or, where the words can no longer be read, a neutral one', () => {
    expect(furtherNotice(setting(), { ...notice, agreements: [null] }).body).toContain('texto suprimido');
  });
});

const refused = { right: 'access', outcome: 'refused', answer: 'No es titular.' } as const;

describe('The letter of an answer over personal data (I-10)', () => {
  it('names the authority over personal data, and not that of consumers, nor a reopening', () => {
    const { body } = furtherNotice(setting(), { ...notice, arco: [refused] });
    expect(body).toContain(
      'Si no está de acuerdo con lo que respondemos sobre sus datos personales, puede acudir, dentro del plazo que marca la ley, a la Secretaría Anticorrupción y Buen Gobierno.',
    );
    expect(body).not.toMatch(/PROFECO|reabra/u);
  });

  it('names both where it tells of the request too', () => {
    const { body } = furtherNotice(inEnglish, { ...notice, arco: [refused], noAgreement: true });
    expect(body).toContain('to the Secretaría Anticorrupción y Buen Gobierno.');
    expect(body).toContain('PROFECO');
  });
});

describe('Money that is told to who is not the subscriber (I-16, O-36)', () => {
  const money = {
    goodwill: { proportionalRefund: mxn(0), bonus: mxn(500), billingCutoff: notice.receivedAt },
    undueCharge: { charge: mxn(1_000), bonus: mxn(200) },
  };
  it('is credited to the account of the subscriber, not of the reader', () => {
    const to = { part: 'reporter', name: 'Luis' } as const;
    const { body } = furtherNotice(setting({ to }), { ...notice, ...money });
    expect(body).toContain(
      'Cortesía: otorgamos al suscriptor $5.00 MXN. Se reflejará en la cuenta del suscriptor a más tardar en la fecha de corte del 24 de noviembre de 2026. No hace falta ningún trámite.',
    );
    expect(body).toContain('Cargo indebido: devolvemos al suscriptor el cargo de $10.00 MXN, más');
    expect(body).not.toMatch(/le otorgamos|le devolvemos|su fecha de corte/u);
  });
});
