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

export interface TriageEvents {
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
  readonly ReroutedToArea: { readonly from: string; readonly area: string; readonly purpose: RoutingPurpose };
  readonly LinkedTo: { readonly other: string; readonly relationship: RelationshipKind };
  /** One cause behind many requests. */
  readonly MassOutageLinked: { readonly outage: string };
}

export interface TriageCommands {
  readonly classify: TriageEvents['Classified'];
  readonly reclassify: Omit<TriageEvents['Reclassified'], 'from'> & { readonly explanation: string };
  readonly routeToArea: TriageEvents['RoutedToArea'];
  readonly rerouteToArea: Omit<TriageEvents['ReroutedToArea'], 'from'>;
  readonly linkTo: TriageEvents['LinkedTo'];
  readonly linkMassOutage: TriageEvents['MassOutageLinked'];
}
