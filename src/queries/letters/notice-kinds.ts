/** Which text to render: each letter that a person may receive, and the certificate of the case. */
export const noticeKinds = [
  'folio',
  'visit',
  'visit-moved',
  'visit-cancelled',
  'visit-missed',
  'information',
  'confirmation',
  'final',
  'answer',
  'cancellation',
  'refusal',
  'lapse',
  'duplicate',
  'withdrawal',
  'not-reached',
  'report',
  'compensation',
  'conciliation',
  'agreement',
  'resolution',
  'penalty',
  'arco',
  'next-instance',
  'reopening',
  'further',
  'certificate',
] as const;
/**
 * Which text to render: the folio's; the visit that stands, one that was moved, called off or missed; what the user was
 * asked for; the final word (notice, answer or cancellation); each ending without one; what came of it besides
 * (`further`: the notice given last); or the certificate of the case.
 */
export type NoticeKind = (typeof noticeKinds)[number];
