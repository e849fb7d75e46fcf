import { reject } from '../../kernel/decision.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import { routingPurposes, type RoutingPurpose } from '../vocabulary.js';

/** What a technician mends is not cleared up by an area that looks after bills, and what is no fault is not repaired. */
const isForTrack = (purpose: RoutingPurpose, { facets: { track } }: FiledComplaint): boolean =>
  purpose === 'conciliation' || (purpose === 'repair') === (tracks[track].repair === 'if-fault-found');

/**
 * An area is asked for what it is there for, and for what the request is about (O-32). Where the request is about something
 * else, no area attends to it for that purpose: the refusal names the purposes that it may have; else the areas that may.
 * A log that was imported knows areas of its own.
 */
export const notForThisPurpose = (
  area: string,
  purpose: RoutingPurpose,
  complaint: FiledComplaint,
  { areas, imported, purposes = {} }: ComplaintContext,
) => {
  const { folio, facets } = complaint;
  const known = purposes[area];
  if (known === undefined || imported === true) return null;
  if (!isForTrack(purpose, complaint)) {
    const may = routingPurposes.filter((each) => isForTrack(each, complaint));
    return reject('purpose-not-for-this', { folio, track: facets.track, purpose, purposes: may });
  }
  const fits = (id: string) => purposes[id]?.includes(purpose) === true;
  return fits(area) ? null : reject('area-not-for-this', { folio, area, may: areas.filter(fits) });
};

/** What came of a conciliation is recorded by an area that conciliates. */
export const noConciliator = (
  { area, folio }: FiledComplaint,
  { areas, imported, purposes = {} }: ComplaintContext,
) => {
  const conciliates = (id: string) => purposes[id]?.includes('conciliation') ?? true;
  return area === null || imported === true || conciliates(area)
    ? null
    : reject('area-not-for-this', { folio, area, may: areas.filter(conciliates) });
};

/**
 * What lies in no area yet is decided by a clerk whose area is there for such requests, as it would have been routed to
 * that area; of whose area nothing is said counts as one of any. What was routed was asked for its purpose then.
 */
export const notThisAreasMatter = (complaint: FiledComplaint, context: ComplaintContext) => {
  const { area, areas, imported, purposes = {}, role } = context;
  if (role !== 'competent-area' || area === undefined || complaint.area !== null || imported === true)
    return null;
  const fits = (id: string) => purposes[id]?.some((purpose) => isForTrack(purpose, complaint)) ?? true;
  return fits(area)
    ? null
    : reject('area-not-for-this', { folio: complaint.folio, area, may: areas.filter(fits) });
};
