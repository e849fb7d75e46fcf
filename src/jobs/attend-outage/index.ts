export {
  attendOutage,
  type AttendOutageOptions,
  type OutageResult,
  type UnattendedCase,
} from './attend-outage.js';
export type { OutageOrder, OutageStaff, OutageStep } from './outage-order.js';
export type { OutageDifference } from './differences.js';
