import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Channel } from '../../../src/domain/complaint/vocabulary.js';
import {
  areasOf,
  conectared,
  emenet,
  folioLabelOf,
  parseHours,
  termsOf,
  type NoticeContent,
  type ProviderProfile,
} from '../../../src/domain/provider/index.js';
import { describeWithShared, sharedFile } from '../../support/shared.js';

const channelOf = (profile: ProviderProfile, channel: Channel) =>
  profile.channels.find((each) => each.channel === channel);
const contacts = (profile: ProviderProfile, channel: Channel) =>
  channelOf(profile, channel)?.contactPoints.map(({ value }) => value);
const hours = (profile: ProviderProfile, channel: Channel) => channelOf(profile, channel)?.hours;
const finalNotice = (profile: ProviderProfile) => profile.notices.find(({ notice }) => notice === 'final');
const wording = (profile: ProviderProfile, content: NoticeContent) =>
  profile.notices.flatMap(({ contents }) => contents).find((each) => each.content === content)?.wording.es;

const days = (names: string, ...intervals: string[]) =>
  Object.fromEntries(names.split(' ').map((day) => [day, intervals]));
const everyDay = days('mon tue wed thu fri sat sun', '00:00-24:00');

describe('what the procedure of Conectared says', () => {
  it('O-10 the phone is 229 3410730, Monday to Friday 9 to 21, Saturday and Sunday 9 to 17', () => {
    expect(contacts(conectared, 'phone')).toEqual(['229 3410730']);
    expect(hours(conectared, 'phone')).toEqual({
      ...days('mon tue wed thu fri', '09:00-21:00'),
      ...days('sat sun', '09:00-17:00'),
    });
  });

  it('O-11 mail goes to atencionclientes@conectared.com.mx, 24 hours, 365 days', () => {
    expect(contacts(conectared, 'email')).toEqual(['atencionclientes@conectared.com.mx']);
    expect(hours(conectared, 'email')).toEqual(everyDay);
  });

  it('O-12 messages go through www.conectared.com.mx, 24 hours, 365 days', () => {
    expect(contacts(conectared, 'web')).toEqual(['www.conectared.com.mx']);
    expect(hours(conectared, 'web')).toEqual(everyDay);
  });

  it('O-13 there is no office to go to', () => {
    expect(channelOf(conectared, 'in-person')).toBeUndefined();
  });

  it('O-15 the number is a «número de seguimiento», also called «folio»: one number, two words', () => {
    expect(folioLabelOf(conectared)).toBe('número de seguimiento');
    expect(conectared.folio.alsoCalled.map(({ es }) => es)).toEqual(['folio']);
  });

  it('O-31 complaints are routed to the corresponding area', () => {
    expect(conectared.routedKinds).toEqual(['complaint']);
    expect(conectared.roles['competent-area'].map(({ es }) => es)).toEqual(['área correspondiente']);
  });

  it('O-23 O-36 customer service tells the subscriber the end', () => {
    expect(finalNotice(conectared)).toMatchObject({ by: 'customer-service', to: 'subscriber' });
  });

  it('O-24 O-25 O-26 the end is the reasons, upheld or not, and that the failure was corrected', () => {
    expect(finalNotice(conectared)?.contents.map(({ content }) => content)).toEqual([
      'causes',
      'ruling',
      'restoration',
    ]);
    expect(wording(conectared, 'causes')).toContain('razones de la falla');
    expect(wording(conectared, 'ruling')).toContain('procedencia o no de su reporte');
    expect(wording(conectared, 'restoration')).toMatch(/ratificación.*falla reportada/);
  });

  it('customer service goes by three names', () => {
    expect(conectared.roles['customer-service'].map(({ es }) => es)).toEqual([
      'Centro de Atención al Usuario',
      'Área de Servicio al Cliente',
      'Centro de Servicio al Cliente',
    ]);
  });
});

describe('what the procedure of Emenet says', () => {
  it('O-10 the phones are 427 211 0580 and 800 944 6123, 24 hours, 365 days', () => {
    expect(contacts(emenet, 'phone')).toEqual(['427 211 0580', '800 944 6123']);
    expect(hours(emenet, 'phone')).toEqual(everyDay);
  });

  it('O-11 mail goes to clientes@emenet.mx, 24 hours, 365 days', () => {
    expect(contacts(emenet, 'email')).toEqual(['clientes@emenet.mx']);
    expect(hours(emenet, 'email')).toEqual(everyDay);
  });

  it('O-12 the contact form is at www.emenet.mx, 24 hours, 365 days', () => {
    expect(contacts(emenet, 'web')).toEqual(['www.emenet.mx']);
    expect(hours(emenet, 'web')).toEqual(everyDay);
  });

  it('O-13 the office is in Tianguistenco, Monday to Friday 9 to 18, Saturday 9 to 15, never on Sunday', () => {
    expect(contacts(emenet, 'in-person')).toEqual([
      'Andador Carlos Hank González 304, Colonia Santiago Tianguistenco, Municipio de Tianguistenco, C.P. 52600, Estado de México',
    ]);
    expect(hours(emenet, 'in-person')).toEqual({
      ...days('mon tue wed thu fri', '09:00-18:00'),
      ...days('sat', '09:00-15:00'),
    });
  });

  it('O-15 the number is a «número de folio»', () => {
    expect(folioLabelOf(emenet)).toBe('número de folio');
    expect(emenet.folio.alsoCalled).toEqual([]);
  });

  it('O-31 complaints and clarifications are routed to the competent area', () => {
    expect(emenet.routedKinds).toEqual(['complaint', 'clarification']);
    expect(emenet.roles['competent-area'].map(({ es }) => es)).toEqual(['área competente']);
  });

  it('O-23 O-36 customer service tells the user the end', () => {
    expect(finalNotice(emenet)).toMatchObject({ by: 'customer-service', to: 'user' });
  });

  it('O-24 O-25 O-26 the end is the causes, upheld or dismissed, and that the service is restored', () => {
    expect(finalNotice(emenet)?.contents.map(({ content }) => content)).toEqual([
      'causes',
      'ruling',
      'restoration',
    ]);
    expect(wording(emenet, 'causes')).toContain('causas de la falla');
    expect(wording(emenet, 'ruling')).toContain('procedencia o improcedencia del reporte');
    expect(wording(emenet, 'restoration')).toContain('el servicio ha sido restablecido correctamente');
  });
});

describe.each([
  ['Conectared', conectared],
  ['Emenet', emenet],
])('what is the same for %s', (name, profile) => {
  it('O-30 the user is told of a visit', () => {
    expect(profile.notices.find(({ notice }) => notice === 'visit')?.to).toBe('user');
  });

  it('O-17 the folio is made known', () => {
    expect(wording(profile, 'folio')).toContain('folio');
  });

  it('O-32 there is an area for clarification, conciliation and repair each', () => {
    expect(profile.areas.flatMap(({ purposes }) => purposes).sort()).toEqual([
      'clarification',
      'conciliation',
      'repair',
    ]);
    expect(areasOf(profile)).toEqual(['billing', 'conciliation', 'technical']);
  });

  it('O-33 a request is filed under the terms of the policy and the code of practice', () => {
    expect(termsOf(profile)).toMatchObject({
      policy: name.toLowerCase(),
      version: 1,
      codeOfPractice: profile.codeOfPractice,
      reopeningDays: 20,
      bonusPercent: 20,
      forceMajeureHours: 24,
      routedKinds: profile.routedKinds,
      nextInstance: 'PROFECO',
    });
  });

  it('no holiday rule is made up for hours that the procedure gives by the weekday', () => {
    for (const { hours: week, holidayPolicy } of profile.channels)
      expect(holidayPolicy).toBe(JSON.stringify(week) === JSON.stringify(everyDay) ? 'open' : 'unspecified');
  });

  it('I-02 the prefix of its folios is its own', () => {
    expect(conectared.folio.prefix).not.toBe(emenet.folio.prefix);
  });
});

/** Each value of a profile with the JSON Pointer to it. */
const leavesOf = (value: unknown, at = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => leavesOf(each, `${at}/${key}`))
    : [at];

/** Bold marks are the publisher's, and letters in small are enough to find a name. */
const plain = (text: string) => text.replaceAll('**', '').replace(/\s+/g, ' ').toLowerCase();

describe('where each statement of a profile comes from', () => {
  it.each([
    ['Conectared', conectared],
    ['Emenet', emenet],
  ])('%s: nothing is without an origin, and no origin points nowhere', (_, { provenance, ...profile }) => {
    const leaves = leavesOf(profile);
    const under = (at: string) => (leaf: string) => leaf === at || leaf.startsWith(`${at}/`);
    expect(leaves.filter((leaf) => !provenance.some(({ at }) => under(at)(leaf)))).toEqual([]);
    const pointsNowhere = provenance.filter(
      ({ at }) => !leaves.some(under(at)) && at !== '/folio/alsoCalled',
    );
    expect(pointsNowhere).toEqual([]);
  });
});

const seeds = [
  ['Conectared', conectared, 'seeds/000_8477c610d426885b.txt'],
  ['Emenet', emenet, 'seeds/004_6871fa6b3c99fbcd.txt'],
] as const;

describeWithShared(...seeds.map(([, , file]) => file))('against the procedures themselves', () => {
  it.each(seeds)('%s: the words cited stand in the procedure', (_, { provenance }, file) => {
    const text = plain(readFileSync(sharedFile(file), 'utf8'));
    const cited = provenance.flatMap((each) => (each.from === 'procedure' ? [each.words] : []));
    expect(cited.filter((words) => !text.includes(plain(words)))).toEqual([]);
  });

  it.each(seeds)(
    '%s: numbers, addresses and the label of the folio stand in the procedure',
    (_, profile, file) => {
      const text = plain(readFileSync(sharedFile(file), 'utf8'));
      const values = profile.channels.flatMap(({ contactPoints }) => contactPoints.map(({ value }) => value));
      expect([...values, profile.folio.label.es].filter((value) => !text.includes(plain(value)))).toEqual([]);
    },
  );

  it.each([
    ['O-10 the phone of Conectared', conectared, 'phone', seeds[0][2], /lunes a viernes.*?17:00 pm/],
    ['O-11 the mail of Conectared', conectared, 'email', seeds[0][2], /las 24 horas.*?del año/],
    [
      'O-12 the web of Conectared',
      conectared,
      'web',
      seeds[0][2],
      /www\.conectared\.com\.mx, disponible (las 24.*?del año)/,
    ],
    [
      'O-10 the phone of Emenet',
      emenet,
      'phone',
      seeds[1][2],
      /0580 y 800 944 6123, (disponibles.*?del año)/,
    ],
    ['O-13 the office of Emenet', emenet, 'in-person', seeds[1][2], /lunes a viernes.*?15:00 h/],
  ] as const)(
    '%s: the parser reads the hours of the profile off the procedure',
    (_, profile, channel, file, place) => {
      const found = place.exec(plain(readFileSync(sharedFile(file), 'utf8')));
      expect(parseHours(found?.[1] ?? found?.[0] ?? '')).toEqual({ ok: true, week: hours(profile, channel) });
    },
  );
});
