// Plays cases at a provider through the library, and gives each letter that their users receive, in both languages.
import {
  asAuthority,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asLegal,
  asRulingOfficer,
  asTechnicalLead,
  asUser,
  openQuejas,
} from '../../dist/esm/index.js';

/** A local time of the central zone of Mexico. */
const local = (text) => new Date(`${text.replace(' ', 'T')}:00-06:00`);

const desk = asCustomerService('cs-lucia');
const lead = asTechnicalLead('rt-marcos');
const officer = asRulingOfficer('ro-nora');
const billing = asBilling('bi-beto');
const legal = asLegal('le-elena');
const profeco = asAuthority('profeco', { verified: true });
const ana = asUser('s-ana', { verified: true });
const conciliator = asCompetentArea('ar-dora', { area: 'conciliation' });
const billingDesk = asCompetentArea('ar-clara', { area: 'billing' });

const pesos = (amount) => ({ amount: amount * 100, currency: 'MXN' });

/** The words of the people in the cases, in Spanish: what was said is never translated. */
const subscriber = {
  ref: 's-ana',
  name: 'Ana Ruiz Hernández',
  phone: '229 555 0101',
  email: 'ana.ruiz@example.com',
};
const reporter = { ref: 's-luis', name: 'Luis Ruiz Hernández', phone: '229 555 0102' };

/** A provider on a store in memory, with a clock that the cases move. */
const atProvider = async (profile) => {
  let now = local('2026-11-20 10:00');
  let steps = 0;
  const quejas = await openQuejas({
    store: 'memory:',
    keys: 'memory:',
    provider: profile,
    clock: () => now,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const ask = async (type, folio, input, by) => {
    const result = await quejas.execute(
      { type, ...(folio !== undefined && { folio }), input: { commandId: `step-${(steps += 1)}`, ...input } },
      by,
    );
    if (!result.ok)
      throw new Error(`${profile.id} ${type}: ${result.code} ${JSON.stringify(result.details)}`);
    return result;
  };
  const file = async (input) => {
    const { folio } = await ask('file', undefined, { subscriber, contract: 'c-ana', ...input }, desk);
    return {
      folio,
      by: (who, type, input = {}) => ask(type, folio, input, who),
    };
  };
  return {
    quejas,
    file,
    at: (text) => {
      now = local(text);
    },
  };
};

/** The last event of a case of this type. */
const lastEvent = async ({ quejas }, { folio }, of) => {
  const { events } = await quejas.events({ folio, limit: 1000 });
  return events.findLast(({ type }) => type === of);
};

const window = (day, from, to) => ({ from: local(`${day} ${from}`), to: local(`${day} ${to}`) });

/** Up to the ruling of a fault that was mended. */
const mended = async ({ at }, fault, { found, back, cause }) => {
  await fault.by(desk, 'communicateFolio', { channel: 'phone' });
  await fault.by(desk, 'assignTechnician', { technician: lead.actor });
  at(found);
  await fault.by(lead, 'verifyCause', {
    causes: ['cut-fibre'],
    faultFound: true,
    attribution: 'provider',
    ...cause,
  });
  at(back);
  await fault.by(lead, 'repair', { action: 'spliced', restoredAt: local(back) });
  await fault.by(lead, 'reportRepair', { outcome: 'repaired' });
};

/** Every letter there is: what it is, and the case that gives it. `obligations` are those that it serves. */
export const letters = [
  {
    id: 'folio',
    kind: 'folio',
    name: { es: 'Folio', en: 'Folio' },
    obligations: ['O-15', 'O-17'],
    play: async ({ at, file }) => {
      at('2026-11-21 22:30');
      const fault = await file({
        kind: 'fault',
        channel: 'phone',
        reporter,
        description: 'No tengo internet desde la tarde.',
        remedySought: 'Que lo reparen y me descuenten los días.',
      });
      await fault.by(desk, 'communicateFolio', { channel: 'phone' });
      return fault;
    },
  },
  {
    id: 'visit',
    kind: 'visit',
    name: { es: 'Visita acordada', en: 'Visit arranged' },
    obligations: ['O-29', 'O-30'],
    play: async ({ file }) => {
      const fault = await file({ kind: 'fault', channel: 'phone', description: 'El módem no enciende.' });
      await fault.by(desk, 'communicateFolio', { channel: 'phone' });
      await fault.by(desk, 'assignTechnician', { technician: lead.actor });
      await fault.by(desk, 'scheduleVisit', {
        visitor: lead.actor,
        visitorName: 'Marcos Domínguez Solís',
        window: window('2026-11-21', '10:00', '14:00'),
        purpose: 'repair',
        address: 'Calle Hidalgo 12, Col. Centro, Boca del Río, Veracruz',
      });
      await fault.by(desk, 'notifyVisit', { visit: 1, channel: 'phone' });
      return fault;
    },
  },
  {
    id: 'visit-moved',
    kind: 'visit-moved',
    name: { es: 'Visita que cambió de horario', en: 'Visit moved' },
    obligations: ['O-29', 'O-30'],
    play: async (house) => {
      const fault = await letters.find(({ id }) => id === 'visit').play(house);
      await fault.by(desk, 'rescheduleVisit', {
        visit: 1,
        window: window('2026-11-23', '16:00', '18:00'),
        by: 'provider',
      });
      return fault;
    },
  },
  {
    id: 'visit-cancelled',
    kind: 'visit-cancelled',
    name: { es: 'Visita cancelada', en: 'Visit called off' },
    obligations: ['O-29', 'O-30'],
    play: async (house) => {
      const fault = await letters.find(({ id }) => id === 'visit').play(house);
      await fault.by(desk, 'cancelVisit', { visit: 1, by: 'provider' });
      return fault;
    },
  },
  {
    id: 'visit-missed',
    kind: 'visit-missed',
    name: { es: 'Visita a la que no acudimos', en: 'Visit that we missed' },
    obligations: ['O-29', 'O-30'],
    play: async (house) => {
      const fault = await letters.find(({ id }) => id === 'visit').play(house);
      house.at('2026-11-21 15:00');
      await fault.by(desk, 'failVisit', { visit: 1, reason: 'provider-missed' });
      return fault;
    },
  },
  {
    id: 'visit-absent',
    kind: 'visit-missed',
    name: { es: 'Visita sin quien nos recibiera', en: 'Visit with no one at home' },
    obligations: ['O-29', 'O-30'],
    play: async (house) => {
      const fault = await letters.find(({ id }) => id === 'visit').play(house);
      house.at('2026-11-21 15:00');
      await fault.by(lead, 'failVisit', { visit: 1, reason: 'user-absent' });
      return fault;
    },
  },
  {
    id: 'information',
    kind: 'information',
    name: { es: 'Información que pedimos', en: 'Information asked for' },
    obligations: ['O-18'],
    play: async ({ file }) => {
      const fault = await file({
        kind: 'complaint',
        channel: 'email',
        defect: 'deficiency',
        description: 'Llevo tres días sin internet por las noches.',
      });
      await fault.by(desk, 'communicateFolio', { channel: 'email' });
      await fault.by(desk, 'requestInformation', {
        question: '¿A qué hora se interrumpe, y qué luces del módem están encendidas entonces?',
      });
      return fault;
    },
  },
  {
    id: 'confirmation',
    kind: 'confirmation',
    name: { es: 'Confirmación que pedimos', en: 'Confirmation asked for' },
    obligations: ['O-26'],
    play: async (house) => {
      const fault = await house.file({ kind: 'fault', channel: 'phone', description: 'No tengo internet.' });
      await mended(house, fault, { found: '2026-11-20 14:00', back: '2026-11-21 11:20' });
      await fault.by(desk, 'requestRestorationConfirmation');
      return fault;
    },
  },
  {
    id: 'final',
    kind: 'final',
    name: { es: 'Resultado procedente', en: 'Outcome: upheld' },
    obligations: ['O-23', 'O-24', 'O-25', 'O-26', 'O-36'],
    play: async (house) => {
      const fault = await house.file({
        kind: 'fault',
        channel: 'phone',
        preferredChannel: 'messaging',
        reporter,
        price: pesos(399),
        periodDays: 30,
        description: 'No tengo internet.',
        remedySought: 'Que lo reparen y me descuenten los días.',
      });
      await mended(house, fault, {
        found: '2026-11-20 14:00',
        back: '2026-11-23 11:20',
        cause: { forUser: 'Una máquina cortó el cable en la esquina de su calle.' },
      });
      await fault.by(desk, 'confirmRestoration', {
        by: 'user',
        saidBy: { party: 's-ana', channel: 'phone' },
      });
      await fault.by(officer, 'rule', {
        outcome: 'upheld',
        basis: 'clause-10',
        reasons: 'La falla ocurrió en nuestra red y duró más de lo que permite su contrato.',
      });
      await fault.by(billing, 'assessCompensation');
      const { proportionalRefund, bonus } = (await lastEvent(house, fault, 'CompensationAssessed')).data;
      await fault.by(billing, 'grantCompensation', {
        proportionalRefund,
        bonus,
        reason: 'attributable-to-provider',
        billingCutoff: local('2026-12-01 00:00'),
      });
      await fault.by(desk, 'notifyUser');
      return fault;
    },
  },
  {
    id: 'final-dismissed',
    kind: 'final',
    name: { es: 'Resultado improcedente', en: 'Outcome: dismissed' },
    obligations: ['O-24', 'O-25', 'O-26', 'I-10'],
    play: async ({ file, at }) => {
      const complaint = await file({
        kind: 'complaint',
        subject: 'equipment',
        channel: 'web',
        description: 'El módem no alcanza a cubrir mi casa.',
      });
      await complaint.by(desk, 'communicateFolio', { channel: 'web' });
      await complaint.by(desk, 'routeToArea', { area: 'technical', purpose: 'repair' });
      await complaint.by(desk, 'assignTechnician', { technician: lead.actor });
      at('2026-11-21 12:00');
      await complaint.by(lead, 'verifyCause', {
        causes: ['no-fault'],
        faultFound: false,
        attribution: 'none',
      });
      await complaint.by(lead, 'reportRepair', { outcome: 'no-repair-needed' });
      await complaint.by(officer, 'rule', {
        outcome: 'dismissed',
        basis: 'cláusula 3 del contrato de servicio',
        reasons: 'El módem funciona y la señal en el punto de instalación es la contratada.',
      });
      await complaint.by(desk, 'notifyUser');
      return complaint;
    },
  },
  {
    id: 'final-not-ours',
    kind: 'final',
    name: { es: 'Falla fuera de nuestra parte', en: 'Fault outside our part' },
    obligations: ['O-24', 'O-25', 'O-26'],
    play: async ({ file, at }) => {
      const fault = await file({ kind: 'fault', channel: 'phone', description: 'No llega el Wi-Fi.' });
      await fault.by(desk, 'communicateFolio', { channel: 'phone' });
      await fault.by(desk, 'assignTechnician', { technician: lead.actor });
      at('2026-11-21 12:00');
      await fault.by(lead, 'verifyCause', {
        causes: ['user-equipment'],
        faultFound: true,
        attribution: 'user',
      });
      await fault.by(lead, 'reportRepair', { outcome: 'not-ours' });
      await fault.by(officer, 'rule', {
        outcome: 'dismissed',
        basis: 'contract',
        reasons: 'El repetidor que falla es de usted y no forma parte del servicio.',
      });
      await fault.by(desk, 'notifyUser');
      return fault;
    },
  },
  {
    id: 'final-undue-charge',
    kind: 'final',
    name: { es: 'Cargo indebido', en: 'Undue charge' },
    obligations: ['O-24', 'O-25', 'O-31', 'I-16'],
    play: async ({ file, at }) => {
      const bill = await file({
        kind: 'clarification',
        channel: 'email',
        description: 'Me cobraron dos veces la renta de noviembre.',
        disputedCharge: pesos(399),
      });
      await bill.by(desk, 'communicateFolio', { channel: 'email' });
      await bill.by(desk, 'routeToArea', { area: 'billing', purpose: 'clarification' });
      at('2026-11-23 12:00');
      await bill.by(billingDesk, 'verifyCause', {
        causes: ['double-charge'],
        faultFound: true,
        attribution: 'provider',
      });
      await bill.by(officer, 'rule', {
        outcome: 'upheld',
        basis: 'consumer-law-compensation',
        reasons: 'El cargo se hizo dos veces por un error nuestro.',
        undueCharge: pesos(399),
      });
      await bill.by(billing, 'grantCompensation', {
        reason: 'undue-charge',
        proportionalRefund: pesos(399),
        bonus: { amount: 7_980, currency: 'MXN' },
        billingCutoff: local('2026-12-01 00:00'),
      });
      await bill.by(desk, 'notifyUser');
      return bill;
    },
  },
  ...[
    [
      'doubt',
      { kind: 'inquiry', subkind: 'doubt', description: '¿Cómo cambio la contraseña del módem?' },
      'answered',
      'Entre a la página del módem, elija «Red inalámbrica» y escriba la nueva contraseña.',
      { es: 'Respuesta a una duda', en: 'Answer to a doubt' },
      ['O-03'],
    ],
    [
      'inquiry',
      { kind: 'inquiry', description: '¿Qué velocidad tiene mi plan?' },
      'answered',
      'Su plan es de 100 megabits por segundo.',
      { es: 'Respuesta a una consulta', en: 'Answer to an inquiry' },
      ['O-02'],
    ],
    [
      'suggestion',
      { kind: 'suggestion', description: 'Abran los domingos por la tarde.' },
      'acknowledged',
      'La llevaremos a la reunión de atención de diciembre.',
      { es: 'Respuesta a una sugerencia', en: 'Answer to a suggestion' },
      ['O-05'],
    ],
    [
      'procedure',
      {
        kind: 'procedure',
        subkind: 'change-of-holder',
        description: 'Quiero pasar el contrato a nombre de mi hermano.',
      },
      'done',
      'El contrato quedó a nombre de Luis Ruiz Hernández.',
      { es: 'Trámite realizado', en: 'Procedure done' },
      ['O-06'],
    ],
    [
      'not-possible',
      { kind: 'procedure', subkind: 'change-of-address', description: 'Me mudo a Alvarado.' },
      'not-possible',
      'Todavía no tenemos cobertura en el nuevo domicilio.',
      { es: 'Trámite que no fue posible', en: 'Procedure that was not possible' },
      ['O-06', 'I-10'],
    ],
  ].map(([id, told, outcome, answer, name, obligations]) => ({
    id: `answer-${id}`,
    kind: 'answer',
    name,
    obligations,
    play: async ({ file, at }) => {
      const request = await file({ channel: 'messaging', ...told });
      await request.by(desk, 'communicateFolio', { channel: 'messaging' });
      if (told.kind === 'procedure')
        await request.by(desk, 'routeToArea', { area: 'billing', purpose: 'clarification' });
      at('2026-11-21 12:00');
      await request.by(desk, 'provideAnswer', { outcome, answer });
      return request;
    },
  })),
  {
    id: 'cancellation',
    kind: 'cancellation',
    name: { es: 'Cancelación', en: 'Cancellation' },
    obligations: ['O-06'],
    play: async ({ file, at }) => {
      const leaving = await file({ kind: 'cancellation', channel: 'phone', description: 'Quiero cancelar.' });
      await leaving.by(desk, 'communicateFolio', { channel: 'phone' });
      at('2026-11-20 12:00');
      await leaving.by(billing, 'executeCancellation', {
        effectiveAt: local('2026-12-01 00:00'),
        balance: pesos(1200),
      });
      return leaving;
    },
  },
  {
    id: 'penalty',
    kind: 'penalty',
    name: { es: 'Lo que cobró la cancelación', en: 'What the cancellation charged' },
    obligations: ['O-25', 'I-10'],
    play: async (house) => {
      const leaving = await letters.find(({ id }) => id === 'cancellation').play(house);
      house.at('2026-12-02 10:00');
      await leaving.by(ana, 'disputePenalty', {
        amount: pesos(1000),
        statement: 'Mi plazo forzoso terminó.',
      });
      await leaving.by(officer, 'rulePenalty', {
        outcome: 'dismissed',
        basis: 'clause-12',
        reasons: 'El plazo forzoso termina en marzo de 2027.',
      });
      await leaving.by(desk, 'giveFurtherNotice');
      return leaving;
    },
  },
  {
    id: 'refusal',
    kind: 'refusal',
    name: { es: 'Solicitud no admitida', en: 'Request not accepted' },
    obligations: ['O-15', 'I-10', 'I-12'],
    play: async ({ file }) => {
      const fault = await file({ kind: 'fault', channel: 'email', description: 'No funciona mi celular.' });
      await fault.by(desk, 'communicateFolio', { channel: 'email' });
      await fault.by(desk, 'refuse', {
        reason: 'out-of-scope',
        forUser: 'No prestamos telefonía móvil. Su reporte corresponde a la empresa de su celular.',
      });
      await fault.by(desk, 'giveFurtherNotice');
      return fault;
    },
  },
  {
    id: 'lapse',
    kind: 'lapse',
    name: { es: 'Solicitud concluida por falta de seguimiento', en: 'Request that lapsed' },
    obligations: ['I-10', 'I-12'],
    play: async (house) => {
      const fault = await letters.find(({ id }) => id === 'information').play(house);
      house.at('2026-12-02 10:00');
      await fault.by(desk, 'lapse', { reason: 'no-answer' });
      await fault.by(desk, 'giveFurtherNotice');
      return fault;
    },
  },
  {
    id: 'duplicate',
    kind: 'duplicate',
    name: { es: 'Solicitud duplicada', en: 'Duplicate' },
    obligations: ['I-10', 'I-12'],
    play: async ({ file }) => {
      const first = await file({ kind: 'fault', channel: 'phone', description: 'No tengo internet.' });
      const again = await file({ kind: 'fault', channel: 'email', description: 'Sigo sin internet.' });
      await again.by(desk, 'communicateFolio', { channel: 'email' });
      await again.by(desk, 'markDuplicate', { of: first.folio });
      await again.by(desk, 'giveFurtherNotice');
      return again;
    },
  },
  {
    id: 'withdrawal',
    kind: 'withdrawal',
    name: { es: 'Desistimiento', en: 'Withdrawal' },
    obligations: ['I-10', 'I-12'],
    play: async ({ file }) => {
      const fault = await file({ kind: 'fault', channel: 'phone', description: 'No tengo internet.' });
      await fault.by(desk, 'communicateFolio', { channel: 'phone' });
      await fault.by(ana, 'withdraw', { reason: 'solved-by-itself' });
      await fault.by(desk, 'giveFurtherNotice');
      return fault;
    },
  },
  {
    id: 'withdrawal-represented',
    kind: 'withdrawal',
    name: { es: 'Desistimiento por quien representa', en: 'Withdrawal by a representative' },
    obligations: ['I-10', 'I-12'],
    play: async (house) => {
      const fault = await house.file({
        kind: 'fault',
        channel: 'phone',
        price: pesos(399),
        periodDays: 30,
        description: 'No tengo internet.',
      });
      await mended(house, fault, { found: '2026-11-20 14:00', back: '2026-11-23 11:20' });
      await fault.by(ana, 'accreditRepresentative', {
        representative: { ref: 's-eva', name: 'Eva Ruiz Hernández' },
        capacity: 'attorney-in-fact',
        mayWithdraw: true,
      });
      await fault.by(desk, 'withdraw', {
        reason: 'no-longer-wanted',
        waives: ['compensation'],
        saidBy: { party: 's-eva', channel: 'phone' },
      });
      await fault.by(desk, 'giveFurtherNotice');
      return fault;
    },
  },
  {
    id: 'not-reached',
    kind: 'not-reached',
    name: { es: 'No fue posible localizarle', en: 'Not reached' },
    obligations: ['I-10', 'I-12'],
    play: async (house) => {
      const fault = await letters.find(({ id }) => id === 'answer-inquiry').play(house);
      const said = async () => (await lastEvent(house, fault, 'AnswerProvided')).revision;
      for (const day of ['2026-11-21 13:00', '2026-11-22 12:00', '2026-11-23 12:00']) {
        house.at(day);
        if (day !== '2026-11-21 13:00')
          await fault.by(desk, 'provideAnswer', {
            outcome: 'answered',
            answer: 'Su plan es de 100 megabits por segundo.',
          });
        await fault.by(desk, 'recordDeliveryFailure', {
          notice: await said(),
          channel: 'messaging',
          reason: 'unreachable',
        });
      }
      await fault.by(desk, 'close');
      await fault.by(desk, 'giveFurtherNotice', { channel: 'post' });
      return fault;
    },
  },
  {
    id: 'report',
    kind: 'report',
    name: { es: 'Reporte de un tercero', en: "A third person's report" },
    obligations: ['O-07', 'I-12'],
    play: async ({ file, at }) => {
      const report = await file({
        kind: 'fault',
        channel: 'phone',
        report: 'third-party',
        subscriber: undefined,
        contract: undefined,
        reporter,
        description: 'Hay un cable caído en la calle.',
      });
      await report.by(desk, 'communicateFolio', { channel: 'phone' });
      at('2026-11-21 10:00');
      await report.by(desk, 'concludeReport', {
        outcome: 'passed-on',
        found: 'El cable es de la compañía de luz; se le avisó.',
      });
      await report.by(desk, 'giveFurtherNotice');
      return report;
    },
  },
  {
    id: 'compensation',
    kind: 'compensation',
    name: { es: 'Compensación posterior', en: 'Compensation granted later' },
    obligations: ['I-16'],
    play: async (house) => {
      const fault = await letters.find(({ id }) => id === 'final').play(house);
      await fault.by(billing, 'grantCompensation', {
        reason: 'goodwill',
        proportionalRefund: pesos(50),
        bonus: pesos(10),
        billingCutoff: local('2026-12-01 00:00'),
      });
      await fault.by(desk, 'giveFurtherNotice');
      return fault;
    },
  },
  {
    id: 'conciliation',
    kind: 'conciliation',
    name: { es: 'Acuerdo en conciliación', en: 'Agreement in conciliation' },
    obligations: ['O-32'],
    play: async ({ file }) => {
      const bill = await file({ kind: 'inquiry', channel: 'email', description: 'Me cobran un recargo.' });
      await bill.by(desk, 'communicateFolio', { channel: 'email' });
      await bill.by(desk, 'routeToArea', { area: 'conciliation', purpose: 'conciliation' });
      await bill.by(conciliator, 'recordConciliation', {
        outcome: 'agreed',
        agreement: 'Se condona el recargo de noviembre.',
        dueAt: local('2026-11-25 18:00'),
      });
      await bill.by(desk, 'giveFurtherNotice');
      return bill;
    },
  },
  {
    id: 'agreement',
    kind: 'agreement',
    name: { es: 'Acuerdo cumplido', en: 'Agreement carried out' },
    obligations: ['O-32'],
    play: async (house) => {
      const bill = await letters.find(({ id }) => id === 'conciliation').play(house);
      house.at('2026-11-23 12:00');
      await bill.by(conciliator, 'carryOutAgreement', { done: 'El recargo ya no está en su cuenta.' });
      await bill.by(desk, 'giveFurtherNotice');
      return bill;
    },
  },
  {
    id: 'resolution',
    kind: 'resolution',
    name: { es: 'Resolución de la autoridad cumplida', en: "Authority's resolution carried out" },
    obligations: ['O-33', 'I-17'],
    play: async (house) => {
      const bill = await letters.find(({ id }) => id === 'final-dismissed').play(house);
      house.at('2027-01-15 10:00');
      await bill.by(legal, 'openAuthorityProceeding', {
        authority: 'PROFECO',
        reference: 'PFC/VER/0012/2027',
      });
      await bill.by(profeco, 'resolveAuthorityProceeding', {
        reference: 'PFC/VER/0012/2027',
        outcome: 'for-user',
      });
      await bill.by(legal, 'carryOutResolution', {
        reference: 'PFC/VER/0012/2027',
        done: 'Se cambió el módem por uno de doble banda, sin costo.',
      });
      await bill.by(desk, 'giveFurtherNotice');
      return bill;
    },
  },
  {
    id: 'arco',
    kind: 'arco',
    name: { es: 'Derechos sobre sus datos', en: 'Rights over personal data' },
    obligations: ['I-10'],
    play: async ({ file }) => {
      const request = await file({
        kind: 'inquiry',
        channel: 'email',
        description: '¿Qué datos míos tienen?',
      });
      await request.by(desk, 'communicateFolio', { channel: 'email' });
      await request.by(ana, 'requestArco', { right: 'access', request: 'Quiero una copia de mis datos.' });
      await request.by(legal, 'answerArco', {
        outcome: 'granted',
        answer: 'Le enviamos la copia por correo.',
      });
      await request.by(desk, 'giveFurtherNotice');
      return request;
    },
  },
  {
    id: 'next-instance',
    kind: 'next-instance',
    name: { es: 'Solicitud que lleva mucho tiempo', en: 'Request that has been open for long' },
    obligations: ['I-10'],
    play: async (house) => {
      const fault = await house.file({ kind: 'fault', channel: 'phone', description: 'No tengo internet.' });
      await fault.by(desk, 'communicateFolio', { channel: 'phone' });
      house.at('2027-01-04 10:00');
      await house.quejas.runDue();
      await fault.by(desk, 'giveFurtherNotice');
      return fault;
    },
  },
  {
    id: 'reopening',
    kind: 'reopening',
    name: { es: 'Reapertura negada', en: 'Reopening declined' },
    obligations: ['I-08', 'I-10'],
    play: async (house) => {
      const fault = await letters.find(({ id }) => id === 'certificate').play(house);
      await fault.by(ana, 'escalate', { level: 1, trigger: 'user', target: 'supervision' });
      await fault.by(desk, 'declineReopening', {
        reasons: 'La velocidad que se midió el 25 de noviembre es la contratada.',
      });
      await fault.by(desk, 'giveFurtherNotice');
      return fault;
    },
  },
  {
    id: 'certificate',
    kind: 'certificate',
    name: { es: 'Constancia', en: 'Certificate' },
    obligations: ['O-34', 'O-35'],
    play: async (house) => {
      const fault = await letters.find(({ id }) => id === 'final').play(house);
      house.at('2026-11-24 09:00');
      await fault.by(desk, 'recordDelivery', {
        notice: (await lastEvent(house, fault, 'UserNotified')).revision,
        channel: 'messaging',
      });
      await fault.by(desk, 'close');
      house.at('2026-11-25 10:00');
      return fault;
    },
  },
];

/** Each letter of a provider, played on a store of its own. */
export const playedLetters = async (profile) => {
  const played = [];
  for (const { id, kind, name, obligations, play } of letters) {
    const house = await atProvider(profile);
    const { folio } = await play(house);
    const [es, en] = [
      await house.quejas.notice(folio, kind, desk, { language: 'es' }),
      await house.quejas.notice(folio, kind, desk, { language: 'en' }),
    ];
    await house.quejas.close();
    if (es === undefined || en === undefined) throw new Error(`${profile.id}: no letter ${id}`);
    played.push({ id, kind, name, obligations, es, en });
  }
  return played;
};
