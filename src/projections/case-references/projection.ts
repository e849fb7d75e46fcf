import { inOneCase } from '../../application/identity/reference.js';
import { defineProjection } from '../runtime/define-projection.js';

/**
 * What a case is also known by: the outage it belongs to, a number that another party gave it, who reported it, or who
 * is accredited to act for a party.
 */
export type ReferenceSort = 'outage' | 'external' | 'reporter' | 'representative';

/**
 * The other names of every case: one row each (O-34). None is a personal value. Numbers are kept as they are looked up,
 * whatever letters they were written in; persons as they are referred to.
 */
export const caseReferences = defineProjection({
  name: 'case-references',
  version: 5,
  columns: { complaint: 'text', sort: 'text', value: 'text' },
  key: ['complaint', 'sort', 'value'],
  indexes: [['sort', 'value', 'complaint']],
  on: {
    StatementReceived: ({ data: { externalReferences = [] } }, rows, { complaint }) =>
      externalReferences.map(({ id }) => rows.set({ complaint, sort: 'external', value: inOneCase(id) })),
    Filed: ({ data: { externalReferences = [], reporter } }, rows, { complaint }) => [
      ...externalReferences.map(({ id }) => rows.set({ complaint, sort: 'external', value: inOneCase(id) })),
      ...(reporter === undefined ? [] : [rows.set({ complaint, sort: 'reporter', value: reporter })]),
    ],
    RepresentativeAccredited: ({ data: { representative } }, rows, { complaint }) =>
      rows.set({ complaint, sort: 'representative', value: representative }),
    RepresentativeRevoked: ({ data: { representative } }, rows, { complaint }) =>
      rows.remove({ complaint, sort: 'representative', value: representative }),
    MassOutageLinked: ({ data: { outage } }, rows, { complaint }) =>
      rows.set({ complaint, sort: 'outage', value: inOneCase(outage) }),
    MassOutageCorrected: ({ data: { from, outage } }, rows, { complaint }) => [
      rows.remove({ complaint, sort: 'outage', value: inOneCase(from) }),
      ...(outage === undefined ? [] : [rows.set({ complaint, sort: 'outage', value: inOneCase(outage) })]),
    ],
    AuthorityProceedingOpened: ({ data: { reference } }, rows, { complaint }) =>
      rows.set({ complaint, sort: 'external', value: inOneCase(reference) }),
    Escalated: ({ data: { externalReference } }, rows, { complaint }) =>
      externalReference === undefined
        ? undefined
        : rows.set({ complaint, sort: 'external', value: inOneCase(externalReference) }),
  },
});
