import type { ProjectionFault } from '../../application/ports/projected-rows.js';

const code = 'paused-by-operator';

/** Why rows stand still that an operator paused: they met no fault, and wait until they are resumed by hand. */
export const pausedByOperator: ProjectionFault = {
  code,
  message: 'paused by an operator',
  text: { es: 'la pausó un operador', en: 'paused by an operator' },
};

/** Whether rows stand still because an operator paused them. */
export const isPausedByOperator = (fault: ProjectionFault | undefined): boolean => fault?.code === code;
