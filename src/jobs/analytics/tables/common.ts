import type { Column } from './define-table.js';

/** The column by which the tables of an export are joined. */
export const complaintColumn = <Row extends { readonly complaint: string }>(): Column<Row> => ({
  name: 'complaint',
  type: 'text',
  source: 'stream',
  es: 'Seudónimo de la solicitud; une todas las tablas',
  en: 'Pseudonym of the complaint; joins all tables',
  of: ({ complaint }) => complaint,
});
