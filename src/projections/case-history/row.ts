export const caseHistoryColumns = {
  complaint: 'text',
  revision: 'integer',
  type: 'text',
  occurred_at: 'text',
  recorded_at: 'text',
  actor: 'text',
  role: 'text',
  backdated: 'integer',
  data: 'text',
} as const;
