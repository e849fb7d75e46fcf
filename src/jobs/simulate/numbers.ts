/**
 * What a small fixed provider meets (domain.md 8.2). Sources and assumptions stand there; whatever is an assumption
 * there is one here.
 */
export const numbers = {
  accesses: 10_000,
  /** Requests for each access and year: 17.5 for 100. */
  requestsPerAccess: 0.175,
  /** Shape of the day factor: the smaller, the more days differ. */
  dayShape: 12,
  /** Monday to Sunday. */
  weekdays: [1.25, 1.05, 1.05, 1.05, 1, 0.75, 0.6],
  january: 1.2,
  /** Weight of each local hour, peaks at 10-13 and 18-20. */
  hours: [
    0.15, 0.1, 0.08, 0.08, 0.1, 0.2, 0.4, 0.7, 1, 1.3, 1.7, 1.8, 1.7, 1.4, 1.2, 1.2, 1.3, 1.4, 1.7, 1.7, 1.4,
    0.9, 0.5, 0.3,
  ],
  /** Share of e-mail and web that comes while the phone is not answered. */
  outOfHours: 0.35,
  kinds: {
    fault: 45,
    inquiry: 22,
    clarification: 14,
    complaint: 10,
    procedure: 4,
    cancellation: 4,
    suggestion: 1,
  },
  faults: { 'no-service': 45, intermittent: 25, slow: 20, equipment: 10 },
  /** With and without an office. */
  channels: {
    office: { phone: 50, web: 20, email: 12, 'in-person': 18 },
    remote: { phone: 62, web: 18, email: 20 },
  },
  outage: {
    /** In two weeks. */
    perFortnight: 1,
    /** Log-normal size: median 25. */
    size: { mu: Math.log(25), sigma: 0.4 },
    /** Hours in which the calls ebb away. */
    decayHours: { least: 2, most: 4 },
  },
  /** Log-normal in ln(hours): 80 % within 24 h, 90 % within 48 h. */
  repairHours: { mu: 1.852, sigma: 1.576 },
  /** Log-normal in ln(days), for what no technician repairs: median 1 day, p90 21.8. */
  answerDays: { mu: 0.015, sigma: 2.394 },
  /** Local hours between which people call and are called. */
  awake: { opens: 8, closes: 21 },
  /** Local hours between which a visit may begin. */
  visiting: { opens: 9, closes: 17 },
  visit: { needed: 0.35, userAbsent: 0.08, providerMissed: 0.07, second: 0.26 },
  attributions: { provider: 60, user: 20, 'third-party': 12, 'force-majeure': 5, none: 3 },
  upheld: { fault: 0.8, billing: 0.55, other: 0.7 },
  reopened: 0.05,
  withdrawn: 0.03,
  duplicate: 0.04,
  lapsed: 0.03,
  escalated: 0.06,
  escalatedOutside: 0.01,
  rated: 0.24,
  satisfied: 0.72,
  reportedByOthers: 0.08,
} as const;
