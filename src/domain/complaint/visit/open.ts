import type { Visit } from '../state.js';

/** True of a visit that the user may still expect. */
export const isOpen = ({ stage }: Visit): boolean => stage === 'scheduled' || stage === 'notified';
