import { hash } from 'node:crypto';

/** An id derived from stream, command and place, as ours: no two stores may differ in it. */
export const eventId = (stream: string, commandId: string): string => {
  const digits = hash('sha256', JSON.stringify([stream, commandId, '0']), 'hex');
  const time = stream.slice(-36, -23);
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(3), 16) % 4);
  return `${time}-8${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(7, 19)}`;
};
