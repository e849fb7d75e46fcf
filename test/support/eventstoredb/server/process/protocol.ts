import type { FaultRule } from '../faults/fault.js';
import type { Observed } from '../serve.js';

/** What the parent may ask of the server's process. */
export type Order =
  | { readonly act: 'fault'; readonly rule: FaultRule }
  | { readonly act: 'clearFaults' | 'observe' | 'dropConnections' | 'down' | 'up' };

/** An order with the number that its answer carries. */
export interface Numbered {
  readonly number: number;
  readonly order: Order;
}

/** What the server's process tells: that it listens, or that an order was carried out. */
export type Told =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'done'; readonly number: number; readonly observed: Observed }
  | { readonly kind: 'failed'; readonly number: number; readonly why: string };
