import { describe, expect, it } from '@jest/globals';
import { conectared, emenet } from '../../../src/domain/provider/index.js';
import { openingWords } from '../../../src/domain/texts/provider/opening-words.js';
import { weekdays } from '../../../src/domain/sla/week.js';
import { providerWords } from '../../../src/domain/texts/index.js';

describe('A provider speaks of itself as its profile does', () => {
  it('Conectared: número de seguimiento, phone by the hour, the rest around the clock (O-10..O-12)', () => {
    const words = providerWords(conectared);
    expect(words).toMatchObject({
      name: 'Conectared',
      zone: 'America/Mexico_City',
      folioLabel: { es: 'número de seguimiento' },
    });
    expect(words.contactPoints.map(({ at, hours }) => [at, hours?.es])).toEqual([
      ['229 3410730', 'lunes a viernes de 09:00 a 21:00 h, sábado y domingo de 09:00 a 17:00 h'],
      ['atencionclientes@conectared.com.mx', 'las 24 horas, los 365 días del año'],
      ['www.conectared.com.mx', 'las 24 horas, los 365 días del año'],
    ]);
  });

  it('Emenet: número de folio, two phones and an office (O-13)', () => {
    const words = providerWords(emenet);
    expect(words.folioLabel.es).toBe('número de folio');
    expect(words.contactPoints.filter(({ channel }) => channel === 'phone').map(({ at }) => at)).toEqual([
      '427 211 0580',
      '800 944 6123',
    ]);
    expect(words.contactPoints.at(-1)).toMatchObject({
      channel: 'in-person',
      hours: {
        es: 'lunes a viernes de 09:00 a 18:00 h, sábado de 09:00 a 15:00 h',
        en: 'Monday to Friday from 09:00 to 18:00, Saturday from 09:00 to 15:00',
      },
    });
  });
});

describe('Opening hours as a person reads them', () => {
  it.each([
    [{ mon: ['09:00-14:00', '16:00-18:00'] }, 'lunes de 09:00 a 14:00 y de 16:00 a 18:00 h'],
    [{ fri: ['22:00-30:00'], sat: ['22:00-30:00'] }, 'viernes y sábado de 22:00 a 06:00 h del día siguiente'],
    [
      { fri: ['22:00-30:00', '09:00-14:00'] },
      'viernes de 09:00 a 14:00 y de 22:00 a 06:00 h del día siguiente',
    ],
    [
      { mon: ['09:00-18:00'], wed: ['09:00-18:00'] },
      'lunes de 09:00 a 18:00 h, miércoles de 09:00 a 18:00 h',
    ],
    [{ sat: ['00:00-24:00'], sun: ['00:00-24:00'] }, 'sábado y domingo las 24 horas'],
    [{ tue: ['18:00-24:00'] }, 'martes de 18:00 a 24:00 h'],
    [Object.fromEntries(weekdays.map((day) => [day, ['09:00-18:00']])), 'lunes a domingo de 09:00 a 18:00 h'],
    [{}, ''],
  ])('%j', (week, expected) => {
    expect(openingWords(week, 'es')).toBe(expected);
  });

  it('with every day by its name, in Spanish and in English', () => {
    const each = Object.fromEntries(weekdays.map((day, index) => [day, [`0${index}:00-12:00`]]));
    expect(openingWords(each, 'es')).toBe(
      'lunes de 00:00 a 12:00 h, martes de 01:00 a 12:00 h, miércoles de 02:00 a 12:00 h, jueves de 03:00 a 12:00 h, viernes de 04:00 a 12:00 h, sábado de 05:00 a 12:00 h, domingo de 06:00 a 12:00 h',
    );
    expect(openingWords(each, 'en')).toBe(
      'Monday from 00:00 to 12:00, Tuesday from 01:00 to 12:00, Wednesday from 02:00 to 12:00, Thursday from 03:00 to 12:00, Friday from 04:00 to 12:00, Saturday from 05:00 to 12:00, Sunday from 06:00 to 12:00',
    );
    expect(openingWords({ mon: ['22:00-30:00'] }, 'en')).toBe('Monday from 22:00 to 06:00 of the next day');
    expect(openingWords({ sat: ['09:00-12:00'], sun: ['09:00-12:00'] }, 'en')).toBe(
      'Saturday and Sunday from 09:00 to 12:00',
    );
  });
});
