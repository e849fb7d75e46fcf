import type { RelationshipKind } from '../shapes.js';
import type { Defect, Kind, RoutingPurpose, Severity, Subject } from '../vocabulary.js';

/** How grave a request is, and whether it goes before others. */
export interface Classification {
  /** Takes the place of what was said at filing. */
  readonly severity: Severity;
  /** Said to those who plan the work; no rule looks at it. */
  readonly urgent?: boolean;
  /** The user depends on the service more than others do; a reason to escalate. */
  readonly vulnerableUser?: boolean;
}

/** How a request was classed, and where it went. */
export interface TriageEvents {
  /** Its severity was set. */
  readonly Classified: Classification;
  /** The request turned out to be of another kind. Same folio (I-02). */
  readonly Reclassified: {
    readonly from: Kind;
    readonly kind: Kind;
    readonly subject: Subject;
    readonly defect?: Defect;
    readonly subkind?: string;
  };
  /** *Turnado* to the competent area (O-31, O-32). */
  readonly RoutedToArea: { readonly area: string; readonly purpose: RoutingPurpose };
  /** It went from one area to another. */
  readonly ReroutedToArea: { readonly from: string; readonly area: string; readonly purpose: RoutingPurpose };
  /** It relates to another one, known by its folio. */
  readonly LinkedTo: { readonly other: string; readonly relationship: RelationshipKind };
  /** One cause behind many requests. */
  readonly MassOutageLinked: { readonly outage: string };
}

/** What may be asked while a request is classed and routed. */
export interface TriageCommands {
  /** Sets its severity. */
  readonly classify: TriageEvents['Classified'];
  /** Makes it another kind of request; why is sealed. */
  readonly reclassify: Omit<TriageEvents['Reclassified'], 'from'> & { readonly explanation: string };
  /** Routes it to an area. */
  readonly routeToArea: TriageEvents['RoutedToArea'];
  /** Routes it to another area. */
  readonly rerouteToArea: Omit<TriageEvents['ReroutedToArea'], 'from'>;
  /** Links it to another one. */
  readonly linkTo: TriageEvents['LinkedTo'];
  /** Links it to an outage that many report. */
  readonly linkMassOutage: TriageEvents['MassOutageLinked'];
}
