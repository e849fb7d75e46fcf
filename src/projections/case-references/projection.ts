import { defineProjection } from '../runtime/define-projection.js';

/** What a case is also known by: the outage it belongs to, a number that another party gave it, or who reported it. */
export type ReferenceSort = 'outage' | 'external' | 'reporter';

/** The other names of every case: one row each (O-34). None is a personal value. */
export const caseReferences = defineProjection({
  name: 'case-references',
  version: 2,
  columns: { complaint: 'text', sort: 'text', value: 'text' },
  key: ['complaint', 'sort', 'value'],
  indexes: [['sort', 'value', 'complaint']],
  on: {
    Filed: ({ data: { externalReferences = [], reporter } }, rows, { complaint }) => [
      ...externalReferences.map(({ id }) => rows.set({ complaint, sort: 'external', value: id })),
      ...(reporter === undefined ? [] : [rows.set({ complaint, sort: 'reporter', value: reporter })]),
    ],
    MassOutageLinked: ({ data: { outage } }, rows, { complaint }) =>
      rows.set({ complaint, sort: 'outage', value: outage }),
    AuthorityProceedingOpened: ({ data: { reference } }, rows, { complaint }) =>
      rows.set({ complaint, sort: 'external', value: reference }),
    Escalated: ({ data: { externalReference } }, rows, { complaint }) =>
      externalReference === undefined
        ? undefined
        : rows.set({ complaint, sort: 'external', value: externalReference }),
  },
});
