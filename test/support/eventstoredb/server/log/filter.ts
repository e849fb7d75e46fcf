import type { LoggedEvent } from './event.js';

/** Which events of `$all` a reader wants: by the name of their stream or by their type. */
export interface EventFilter {
  readonly on: 'stream' | 'type';
  /** Empty where `regex` is given. */
  readonly prefixes: readonly string[];
  /** Empty where prefixes are given. */
  readonly regex: string;
}

/** Whether an event passes. */
export type EventTest = (event: LoggedEvent) => boolean;

export const everyEvent: EventTest = () => true;

export const testOf = ({ on, prefixes, regex }: EventFilter): EventTest => {
  const pattern = regex === '' ? undefined : new RegExp(regex);
  const matches = (text: string) =>
    pattern === undefined ? prefixes.some((prefix) => text.startsWith(prefix)) : pattern.test(text);
  return (event) => matches(on === 'stream' ? event.stream : event.type);
};
