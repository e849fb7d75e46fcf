import { atDoor } from '../kernel/door.js';
import { hoursFaultText as hoursFaultTextInside } from './hours-faults.js';
import {
  areasOf as areasOfInside,
  folioLabelOf as folioLabelOfInside,
  naturalCalendarOf as naturalCalendarOfInside,
  notifiesOf as notifiesOfInside,
  purposesOf as purposesOfInside,
  termsOf as termsOfInside,
} from './profile.js';

/** The ids of the areas that requests can be routed to. */
export const areasOf = atDoor('areasOf', areasOfInside, { profile: ['areas'] });

/** What the provider calls its folio, in the language it serves its users in. */
export const folioLabelOf = atDoor('folioLabelOf', folioLabelOfInside, { profile: ['folio', 'language'] });

/** Whom its procedure has notified at the end: the subscriber, or the user who reported it (O-36). */
export const notifiesOf = atDoor('notifiesOf', notifiesOfInside, { profile: ['notices'] });

/** What each area may be asked for (O-32). */
export const purposesOf = atDoor('purposesOf', purposesOfInside, { profile: ['areas'] });

/** The calendar on which hours count that are hours of any day: its name and its version. */
export const naturalCalendarOf = atDoor('naturalCalendarOf', naturalCalendarOfInside, { profile: ['id'] });

/** The terms that a request filed today is under. */
export const termsOf = atDoor('termsOf', termsOfInside, { profile: ['policy', 'businessCalendar'] });

/** What a fault says, in both languages. */
export const hoursFaultText = atDoor('hoursFaultText', hoursFaultTextInside, {
  fault: ['code', 'part'],
});
