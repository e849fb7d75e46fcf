import { describe, expect, it } from '@jest/globals';
import { conectared } from '../../../src/domain/provider/index.js';
import { finalNotice, providerWords, type FinalNotice } from '../../../src/domain/texts/index.js';
import { at } from '../../../src/testing/index.js';
import { about, byMail, clockLine, inEnglish, profeco, setting, signature } from './people.js';

const upheld: FinalNotice = {
  ...about,
  causes: ['cut-fibre', 'water-in-closure'],
  explanation: 'Una máquina cortó el cable\nen la esquina.',
  ruling: { outcome: 'upheld', basis: 'cláusula 10 del contrato', reasons: 'La falla fue nuestra.' },
  restoration: { kind: 'confirmed', restoredAt: at('2026-11-25T00:20:00Z') },
  compensation: {
    proportionalRefund: { amount: 3_990, currency: 'MXN' },
    bonus: { amount: 798, currency: 'MXN' },
    billingCutoff: at('2026-12-01T18:00:00Z'),
  },
  sending: byMail,
  reopeningDays: 20,
};

const dismissed: FinalNotice = {
  ...about,
  kind: 'complaint',
  causes: ['no-fault'],
  ruling: {
    outcome: 'dismissed',
    basis: 'cláusula 3',
    reasons: 'El servicio funciona.',
    nextInstance: 'PROFECO',
  },
  restoration: { kind: 'not-needed' },
  sending: { channel: 'phone', filedBy: 'web', preferred: 'phone' },
};

describe('The final notice tells what was recorded (I-11)', () => {
  it('causes (O-24), procedencia (O-25), restoration (O-26), and the compensation', () => {
    expect(finalNotice(setting(), upheld)).toEqual({
      subject: 'Resultado de su reporte de falla. Número de seguimiento: CR-000042-7',
      body: `Apreciable María López:

Le informamos el resultado de su reporte de falla, que recibimos el 24 de noviembre de 2026, 00:45 h.

Número de seguimiento: CR-000042-7

Causas: fibra cortada; agua en la caja de empalme.
  Una máquina cortó el cable
  en la esquina.

Resolución: su reporte de falla es procedente.
Fundamento: cláusula 10 del contrato.
Razones:
  La falla fue nuestra.

Restablecimiento: confirmamos que el servicio quedó restablecido el 24 de noviembre de 2026, 18:20 h.

Compensación: una devolución proporcional de $39.90 MXN y una bonificación de $7.98 MXN; en total $47.88 MXN. Se reflejará a más tardar en su fecha de corte del 1 de diciembre de 2026. No necesita hacer ningún trámite.

Si el problema continúa, puede pedir que se reabra su solicitud con el mismo número durante los 20 días naturales siguientes a su cierre.

Le respondemos por correo electrónico, el mismo medio que usted usó.

${clockLine}

${signature}`,
    });
  });

  it('a dismissal gives its reasons and the next instance (I-10)', () => {
    expect(finalNotice(setting(), dismissed).body).toBe(`Apreciable María López:

Le informamos el resultado de su queja, que recibimos el 24 de noviembre de 2026, 00:45 h.

Número de seguimiento: CR-000042-7

Causas: no se encontró ninguna falla.

Resolución: su queja es improcedente.
Fundamento: cláusula 3.
Razones:
  El servicio funciona.

Restablecimiento: no se encontró ninguna falla, por lo que no hizo falta reparar el servicio.

Si no está de acuerdo con esta resolución, puede acudir, dentro del plazo que marca la ley, a: ${profeco}.

Le respondemos por teléfono, como usted lo pidió.

${clockLine}

${signature}`);
  });

  it('says which notice it takes the place of, in both languages', () => {
    const again = { ...upheld, replaces: { sentAt: at('2026-11-25T00:20:00Z') } };
    expect(finalNotice(setting(), again).body).toContain(
      'Este aviso sustituye al que le enviamos el 24 de noviembre de 2026, 18:20 h: vale lo que se dice aquí.',
    );
    expect(finalNotice(inEnglish, again).body).toContain(
      'This notice takes the place of the one we sent you on',
    );
    expect(finalNotice(setting(), upheld).body).not.toContain('sustituye');
  });

  it('in English', () => {
    expect(finalNotice(inEnglish, upheld).subject).toBe(
      'Outcome of your fault report. Folio number: CR-000042-7',
    );
    expect(finalNotice(inEnglish, upheld).body.split('\n\nYours sincerely')[0]).toBe(`Dear María López,

This is the outcome of your fault report, which we received on 24 November 2026, 00:45.

Folio number: CR-000042-7

Causes: cut fibre; water in the splice closure.
  Una máquina cortó el cable
  en la esquina.

Ruling: your fault report is upheld.
Basis: cláusula 10 del contrato.
Reasons:
  La falla fue nuestra.

Restoration: we confirm that the service was restored on 24 November 2026, 18:20.

Compensation: a proportional refund of $39.90 MXN and a bonus of $7.98 MXN; $47.88 MXN in total. You will see it by your billing cut-off of 1 December 2026 at the latest. You need not do anything.

If the problem persists, you may ask to have your request reopened under the same number within 20 calendar days of its closing.

We answer by e-mail, the way you used.

Times in this notice are central Mexico time.`);
    expect(finalNotice(inEnglish, dismissed).body).toContain(`Ruling: your complaint is dismissed.
Basis: cláusula 3.
Reasons:
  El servicio funciona.

Restoration: no fault was found, so nothing had to be repaired.

If you do not agree with this ruling, you may turn, within the term of the law, to: Procuraduría Federal del Consumidor (PROFECO), phones 55 5568 8722 and 800 468 8722, online at Concilianet (concilianet.profeco.gob.mx).`);
    expect(finalNotice(inEnglish, dismissed).body).toContain('\n\nWe answer by phone, as you asked.\n\n');
    const compensation = {
      proportionalRefund: { amount: 3_990, currency: 'MXN' },
      bonus: { amount: 798, currency: 'MXN' },
    };
    expect(finalNotice(inEnglish, { ...upheld, compensation }).body).toContain(
      '$47.88 MXN in total. You need not do anything.',
    );
  });
});

describe('An undue charge that is given back', () => {
  it('is told in its own words, apart from a compensation, with its bonus of 20 % (I-16)', () => {
    const undueCharge = {
      charge: { amount: 10_000, currency: 'MXN' },
      bonus: { amount: 2_000, currency: 'MXN' },
    };
    const only = finalNotice(setting(), { ...upheld, compensation: undefined, undueCharge }).body;
    expect(only).toContain(
      '\n\nCargo indebido: le devolvemos el cargo de $100.00 MXN, más una bonificación de $20.00 MXN; en total $120.00 MXN. No necesita hacer ningún trámite.\n\n',
    );
    expect(only).not.toContain('devolución proporcional');
    expect(finalNotice(inEnglish, { ...upheld, undueCharge }).body).toContain(
      '\n\nUndue charge: we refund the charge of $100.00 MXN, with a bonus of $20.00 MXN on top; $120.00 MXN in total. You need not do anything.\n\n',
    );
  });
});

describe('What the notice says of the service (O-26)', () => {
  it.each([
    [{ kind: 'confirmed' }, 'Restablecimiento: confirmamos que el servicio quedó restablecido.'],
    [
      { kind: 'not-applicable' },
      'Restablecimiento: no aplica, porque su solicitud no trata de una interrupción del servicio.',
    ],
    [
      { kind: 'not-ours' },
      'Restablecimiento: el servicio que prestamos funciona. La falla está en el equipo o la instalación propios del usuario, que no son parte del servicio; por eso no nos corresponde repararla.',
    ],
    [
      { kind: 'impossible', reason: 'No hay línea de vista.', offer: 'cancellation' },
      'Restablecimiento: no es posible restablecer el servicio, por lo siguiente:\n  No hay línea de vista.\nPor ello le ofrecemos cancelar el servicio.',
    ],
    [
      { kind: 'impossible', reason: null, offer: 'compensation' },
      'Restablecimiento: no es posible restablecer el servicio, por lo siguiente:\n  (texto suprimido para proteger datos personales)\nPor ello le ofrecemos una compensación.',
    ],
  ] as const)('%j', (restoration, expected) => {
    expect(finalNotice(setting(), { ...upheld, restoration }).body.split('\n\n')).toContain(expected);
  });

  it('in English', () => {
    const said = (restoration: FinalNotice['restoration']) =>
      finalNotice(inEnglish, { ...upheld, restoration }).body;
    expect(said({ kind: 'confirmed' })).toContain('Restoration: we confirm that the service is restored.');
    expect(said({ kind: 'not-ours' })).toContain("The fault is in the user's own equipment or wiring");
    expect(said({ kind: 'not-applicable' })).toContain('Restoration: not applicable, because');
    expect(said({ kind: 'impossible', reason: 'No line of sight.', offer: 'compensation' })).toContain(
      'Restoration: the service cannot be restored, for this reason:\n  No line of sight.\nWe therefore offer you compensation.',
    );
    expect(said({ kind: 'impossible', reason: 'No line of sight.', offer: 'cancellation' })).toContain(
      'Restoration: the service cannot be restored, for this reason:\n  No line of sight.\nWe therefore offer to cancel the service.',
    );
  });
});

describe('What can no longer be read is replaced by a neutral word', () => {
  it('reasons and explanation', () => {
    const { body } = finalNotice(setting({ to: { part: 'subscriber', name: null } }), {
      ...upheld,
      explanation: null,
      ruling: { ...upheld.ruling, reasons: null },
    });
    expect(body).toContain(`Apreciable suscriptor:`);
    expect(body).toContain(
      `agua en la caja de empalme.\n  (texto suprimido para proteger datos personales)\n`,
    );
    expect(body).toContain(`Razones:\n  (texto suprimido para proteger datos personales)\n`);
  });
});

describe('What may be added', () => {
  const plain = { ...upheld, compensation: undefined, reopeningDays: undefined };

  it('a compensation without its billing cut-off', () => {
    const { body } = finalNotice(setting(), {
      ...plain,
      compensation: {
        proportionalRefund: { amount: 3_990, currency: 'MXN' },
        bonus: { amount: 798, currency: 'MXN' },
      },
    });
    expect(body).toContain('en total $47.88 MXN. No necesita hacer ningún trámite.\n');
  });

  it('reopening without a limit', () => {
    expect(finalNotice(setting(), { ...plain, reopeningDays: null }).body).toContain(
      'Si el problema continúa, puede pedir que se reabra su solicitud con el mismo número.\n',
    );
    expect(finalNotice(inEnglish, { ...plain, reopeningDays: null }).body).toContain(
      'under the same number.\n',
    );
    expect(finalNotice(setting(), plain).body).not.toContain('reabra');
  });

  it('reopening on the day of the closing alone, where the terms give no day after it', () => {
    expect(finalNotice(setting(), { ...plain, reopeningDays: 0 }).body).toContain(
      'que se reabra su solicitud con el mismo número el mismo día de su cierre.\n',
    );
    expect(finalNotice(inEnglish, { ...plain, reopeningDays: 0 }).body).toContain(
      'under the same number on the day of its closing.\n',
    );
  });

  it('the next instance, also where it is upheld', () => {
    const ruling = { ...upheld.ruling, outcome: 'upheld', nextInstance: 'CRT' } as const;
    expect(finalNotice(setting(), { ...plain, ruling }).body).toContain(
      'a: Comisión Reguladora de Telecomunicaciones (CRT).',
    );
    expect(finalNotice(setting(), plain).body).not.toContain('puede acudir');
  });

  it('no cause at all, where the record has none', () => {
    expect(finalNotice(setting(), { ...dismissed, causes: [] }).body).toContain(
      '\nCausas: no hay ninguna registrada.\n',
    );
    expect(finalNotice(inEnglish, { ...dismissed, causes: [] }).body).toContain('Causes: none is recorded.');
  });
});

describe('The answer takes the channel of the filing unless the user chose another (I-21)', () => {
  it.each([
    [
      { channel: 'web', filedBy: 'web' },
      'Le respondemos por nuestra página web, el mismo medio que usted usó.',
    ],
    [
      { channel: 'email', filedBy: 'web', preferred: 'email' },
      'Le respondemos por correo electrónico, como usted lo pidió.',
    ],
    [
      { channel: 'web', filedBy: 'web', preferred: 'web' },
      'Le respondemos por nuestra página web, como usted lo pidió.',
    ],
  ] as const)('a notice by another channel says why: %j', (sending, expected) => {
    expect(finalNotice(setting(), { ...upheld, sending }).body.split('\n\n')).toContain(expected);
  });

  it.each([
    { channel: 'post', filedBy: 'web' },
    { channel: 'web', filedBy: 'web', preferred: 'email' },
  ] as const)('a notice says nothing of its channel where it is neither: %j', (sending) => {
    expect(finalNotice(setting(), { ...upheld, sending }).body).not.toContain('Le respondemos');
  });
});

describe('Hostile text in a final notice', () => {
  it('cannot pass for a part of it', () => {
    const reasons = 'No.\n\nResolución: su queja es procedente.\n\nAtentamente,\nOtra empresa\u001b[1A\u202e';
    const { body } = finalNotice(setting(), {
      ...dismissed,
      ruling: { outcome: 'dismissed', basis: 'x', reasons, nextInstance: 'PROFECO' },
    });
    expect(body.split('\n').filter((line) => line.startsWith('Resolución'))).toEqual([
      'Resolución: su queja es improcedente.',
    ]);
    expect(body.split('\n').filter((line) => line === 'Atentamente,')).toHaveLength(1);
    expect(body).not.toMatch(/[\u001b\u202e]/u);
  });

  it('nor by way of a basis, a cause or an instance', () => {
    const { body } = finalNotice(setting(), {
      ...dismissed,
      causes: ['a\nResolución: b'],
      ruling: {
        outcome: 'dismissed',
        basis: 'x\nResolución: y',
        reasons: 'z',
        nextInstance: 'P\nResolución: w',
      },
    });
    expect(body.split('\n').filter((line) => line.startsWith('Resolución'))).toHaveLength(1);
  });
});

describe('Words of the provider that end in a stop', () => {
  it.each([
    ['es', /Causas: Nido de aves; tormenta\.\n/u, /Fundamento: Artículo 5 del Reglamento\.\n/u],
    ['en', /Causes: Birds' nest; storm\.\n/u, /Basis: Article 5 of the Rules\.\n/u],
  ] as const)('end the sentences of a letter in one stop, in %s', (language, causes, basis) => {
    const own = providerWords({
      ...conectared,
      nextInstanceContacts: [{ kind: 'office', value: 'Vía Rápida 15, Tijuana, B.C.' }],
      vocabulary: {
        causes: { nest: { es: 'Nido de aves.', en: "Birds' nest." } },
        grounds: { 'rule-5': { es: 'Artículo 5 del Reglamento.', en: 'Article 5 of the Rules.' } },
      },
    });
    const told = {
      ...dismissed,
      causes: ['nest', 'storm'],
      ruling: { outcome: 'dismissed', basis: 'rule-5', nextInstance: 'PROFECO' },
    } as const;
    const { body } = finalNotice(setting({ provider: own, language }), told);
    expect(body).toMatch(causes);
    expect(body).toMatch(basis);
    expect(body).toContain('Vía Rápida 15, Tijuana, B.C.\n');
    expect(body).not.toMatch(/\.[.;,]|[?!]\./u);
  });

  it('that are written out, as a question too, have no second one', () => {
    const asked = { ...upheld, ruling: { ...upheld.ruling, basis: '¿Qué dice la cláusula 10?' } };
    expect(finalNotice(setting(), asked).body).toContain('Fundamento: ¿Qué dice la cláusula 10?\n');
    const stopped = { ...upheld, ruling: { ...upheld.ruling, basis: 'Cláusula 10 del contrato.' } };
    expect(finalNotice(setting(), stopped).body).toContain('Fundamento: Cláusula 10 del contrato.\n');
  });
});
