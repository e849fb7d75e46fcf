import { causeLabels } from '../labels/causes.js';
import { roleLabels } from '../labels/people.js';
import { channelLabels, kindLabels, severityLabels, subjectLabels } from '../labels/requests.js';
import { attributionLabels } from '../labels/work.js';
import type { Vocabulary } from './vocabularies.js';

/** What people say for a word beside its label, by the word's code. */
type Synonyms<Known extends Vocabulary> = { readonly [Code in keyof Known]?: readonly string[] };

const of = <Known extends Vocabulary>(vocabulary: Known, said: Synonyms<Known>) => ({
  vocabulary,
  said: new Map(Object.entries<readonly string[] | undefined>(said)),
});

/** What people at a counter or on the phone say, in Mexico above all; what may mean two words is in none. */
export const synonyms = [
  of(kindLabels, {
    fault: ['avería', 'desperfecto', 'reporte', 'breakdown'],
    complaint: ['reclamo', 'reclamación', 'inconformidad', 'grievance'],
    clarification: ['cargo indebido', 'cobro indebido', 'billing dispute'],
    inquiry: ['pregunta', 'información', 'question', 'enquiry'],
    suggestion: ['propuesta', 'idea', 'proposal'],
    cancellation: ['baja', 'dar de baja', 'termination'],
    procedure: ['gestión', 'formality'],
  }),
  of(channelLabels, {
    phone: ['llamada', 'telefónico', 'tel', 'por teléfono', 'call', 'telephone'],
    email: ['mail', 'email'],
    web: ['sitio web', 'internet', 'portal', 'formulario', 'website'],
    'in-person': ['sucursal', 'mostrador', 'ventanilla', 'en persona', 'counter', 'branch'],
    messaging: ['chat', 'wa', 'mensajería', 'messaging'],
    post: ['carta', 'paquetería', 'letter'],
    authority: ['PROFECO', 'CRT', 'IFT', 'Soy Usuario', 'Concilianet'],
  }),
  of(subjectLabels, {
    service: ['internet', 'señal'],
    equipment: ['módem', 'router', 'aparato'],
    billing: ['cobro', 'recibo', 'factura', 'cargo', 'bill'],
    attention: ['trato', 'treatment'],
  }),
  of(severityLabels, {
    low: ['leve', 'menor', 'minor'],
    normal: ['media', 'mediana', 'medium'],
    high: ['grave', 'mayor', 'major'],
    critical: ['muy grave', 'urgente', 'urgent'],
  }),
  of(roleLabels, {
    user: ['cliente', 'suscriptor', 'customer', 'subscriber'],
    'customer-service': ['atención a clientes', 'atención al cliente', 'mesa de ayuda', 'help desk'],
    'technical-lead': ['técnico', 'technician'],
    billing: ['cobranza'],
    legal: ['abogado', 'lawyer'],
  }),
  of(attributionLabels, {
    provider: ['nosotros', 'la empresa', 'us'],
    user: ['cliente', 'suscriptor', 'customer'],
    none: ['nadie', 'ninguno', 'nobody'],
  }),
  of(causeLabels, {
    'cut-fibre': ['corte de fibra', 'fibra rota', 'fibra trozada', 'fiber cut', 'fibre cut', 'cut fiber'],
    'damaged-drop-cable': ['acometida rota', 'acometida cortada'],
    'water-in-closure': ['agua en el empalme'],
    'weak-signal': ['baja señal', 'poca señal', 'low signal'],
    'faulty-modem': ['módem dañado', 'módem descompuesto', 'módem quemado', 'broken modem'],
    'faulty-router': ['router dañado', 'router defectuoso', 'enrutador dañado', 'broken router'],
    'faulty-power-supply': ['eliminador dañado', 'cargador dañado'],
    'wrong-configuration': ['mala configuración', 'mal configurado', 'misconfigured'],
    'network-congestion': ['red saturada', 'saturación'],
    'power-outage': ['sin luz', 'apagón', 'falta de luz', 'corte de luz', 'corte de energía', 'blackout'],
    lightning: ['rayo', 'descarga atmosférica'],
    storm: ['lluvia', 'mal tiempo', 'bad weather'],
    earthquake: ['temblor', 'terremoto'],
    theft: ['robo'],
    'no-fault': ['sin falla'],
  }),
] as const satisfies readonly {
  readonly vocabulary: Vocabulary;
  readonly said: ReadonlyMap<string, unknown>;
}[];

/** What else people say for a word of a vocabulary. */
export const synonymsFor = (vocabulary: Vocabulary, code: string): readonly string[] =>
  synonyms.find((each) => each.vocabulary === vocabulary)?.said.get(code) ?? [];
