import { defineProjection } from '../runtime/define-projection.js';

/**
 * What a case is also known by: the outage it belongs to, a number that another party gave it, who reported it, or who
 * is accredited to act for a party.
 */
export type ReferenceSort = 'outage' | 'external' | 'reporter' | 'representative';

/** The other names of every case: one row each (O-34). None is a personal value. */
export const caseReferences = defineProjection({
  name: 'case-references',
  version: 4,
  columns: { complaint: 'text', sort: 'text', value: 'text' },
  key: ['complaint', 'sort', 'value'],
  indexes: [['sort', 'value', 'complaint']],
  on: {
    Filed: ({ data: { externalReferences = [], reporter } }, rows, { complaint }) => [
      ...externalReferences.map(({ id }) => rows.set({ complaint, sort: 'external', value: id })),
      ...(reporter === undefined ? [] : [rows.set({ complaint, sort: 'reporter', value: reporter })]),
    ],
    RepresentativeAccredited: ({ data: { representative } }, rows, { complaint }) =>
      rows.set({ complaint, sort: 'representative', value: representative }),
    RepresentativeRevoked: ({ data: { representative } }, rows, { complaint }) =>
      rows.remove({ complaint, sort: 'representative', value: representative }),
    MassOutageLinked: ({ data: { outage } }, rows, { complaint }) =>
      rows.set({ complaint, sort: 'outage', value: outage }),
    MassOutageCorrected: ({ data: { from, outage } }, rows, { complaint }) => [
      rows.remove({ complaint, sort: 'outage', value: from }),
      ...(outage === undefined ? [] : [rows.set({ complaint, sort: 'outage', value: outage })]),
    ],
    AuthorityProceedingOpened: ({ data: { reference } }, rows, { complaint }) =>
      rows.set({ complaint, sort: 'external', value: reference }),
    Escalated: ({ data: { externalReference } }, rows, { complaint }) =>
      externalReference === undefined
        ? undefined
        : rows.set({ complaint, sort: 'external', value: externalReference }),
  },
});
