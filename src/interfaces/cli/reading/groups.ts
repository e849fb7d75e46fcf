import type { Bilingual } from '../../../domain/texts/language.js';

/** Headings of help for what is no command of the complaint. */
export const lookingGroup: Bilingual = { es: 'Consulta:', en: 'Looking:' };
export const storeGroup: Bilingual = { es: 'Almacén:', en: 'Store:' };
export const auditGroup: Bilingual = { es: 'Auditoría:', en: 'Audit:' };
export const restGroup: Bilingual = { es: 'Lo demás:', en: 'The rest:' };
