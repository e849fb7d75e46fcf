export { exportAnalytics, type AnalyticsExport, type AnalyticsOptions } from './export-analytics.js';
export { analyticsFormats, type AnalyticsFile, type AnalyticsFormat } from './outputs.js';
