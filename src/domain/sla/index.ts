export {
  faultsOfWeek,
  formatInterval,
  parseInterval,
  weekdays,
  type Interval,
  type Week,
  type Weekday,
} from './week.js';
