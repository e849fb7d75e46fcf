import { conectared, emenet } from '../../../src/domain/provider/index.js';
import { providerWords, type Setting } from '../../../src/domain/texts/index.js';
import { at } from '../../../src/testing/index.js';

/** María López, subscriber of Conectared, reads Spanish. */
export const setting = (over: Partial<Setting> = {}): Setting => ({
  provider: providerWords(conectared),
  language: 'es',
  to: { part: 'subscriber', name: 'María López' },
  ...over,
});

/** The same person as a customer of Emenet who reads English. */
export const inEnglish = setting({ provider: providerWords(emenet), language: 'en' });

export const about = {
  folio: 'CR-000042-7',
  kind: 'fault',
  receivedAt: at('2026-11-24T06:45:19Z'),
} as const;

export const byMail = { channel: 'email', filedBy: 'email' } as const;

/** Which clock the times of a letter are those of. */
export const clockLine = 'Las horas de este aviso corresponden a la hora del centro.';

/** How Conectared says where users may turn to next. */
export const profeco =
  'Procuraduría Federal del Consumidor (PROFECO), teléfonos 55 5568 8722 y 800 468 8722, en línea en Concilianet (concilianet.profeco.gob.mx)';

export const signature = `Atentamente,
Centro de Servicio al Cliente
Conectared

Estamos a sus órdenes en:
- Centro de Atención al Usuario: 229 3410730 (lunes a viernes de 09:00 a 21:00 h, sábado y domingo de 09:00 a 17:00 h)
- Correo electrónico: atencionclientes@conectared.com.mx (las 24 horas, los 365 días del año)
- Página Web: www.conectared.com.mx (las 24 horas, los 365 días del año)`;
