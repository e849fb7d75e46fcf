/** What came of a report that is no subscriber's request. */
export const reportOutcomes = ['attended', 'unfounded', 'passed-on'] as const;
/** What came of a report. */
export type ReportOutcome = (typeof reportOutcomes)[number];

/** How a report ends that is no subscriber's request: a cable on the street, a neighbour's call. */
export interface ReportEvents {
  /** It was looked into, and this came of it: it is neither upheld nor dismissed. What was found is sealed. */
  readonly ReportConcluded: { readonly outcome: ReportOutcome };
}

/** What may be asked about such a report. */
export interface ReportCommands {
  /** Ends it with what came of it; who reported it is told, where they are known. */
  readonly concludeReport: ReportEvents['ReportConcluded'] & { readonly found: string };
}
