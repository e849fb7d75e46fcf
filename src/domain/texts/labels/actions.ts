import type { Bilingual } from '../language.js';

/** What technicians do again and again to correct a fault; a profile adds its own. */
export const actionLabels = {
  spliced: { es: 'se empalmó la fibra', en: 'spliced the fibre' },
  'replaced-cable': { es: 'se cambió el cable', en: 'replaced the cable' },
  'replaced-connector': { es: 'se cambió el conector', en: 'replaced the connector' },
  'cleaned-connector': { es: 'se limpió el conector', en: 'cleaned the connector' },
  'replaced-modem': { es: 'se cambió el módem', en: 'replaced the modem' },
  'replaced-router': { es: 'se cambió el enrutador', en: 'replaced the router' },
  'replaced-power-supply': { es: 'se cambió la fuente de poder', en: 'replaced the power supply' },
  'replaced-splitter': { es: 'se cambió el divisor óptico', en: 'replaced the optical splitter' },
  'replaced-patch-cord': { es: 'se cambió el cable de conexión', en: 'replaced the patch cord' },
  'moved-router': { es: 'se cambió de lugar el enrutador', en: 'moved the router' },
  explained: { es: 'se explicó al usuario el uso de su equipo', en: 'explained the equipment to the user' },
  rerouted: { es: 'se llevó el servicio por otra ruta', en: 'rerouted the service' },
  'power-restored': { es: 'se restableció la energía eléctrica', en: 'restored the power' },
  restarted: { es: 'se reinició el equipo', en: 'restarted the equipment' },
  reconfigured: { es: 'se configuró de nuevo el equipo', en: 'configured the equipment anew' },
  'realigned-antenna': { es: 'se alineó la antena', en: 'realigned the antenna' },
  'restored-node': { es: 'se restableció el nodo', en: 'restored the node' },
  reconnected: { es: 'se reconectó el servicio', en: 'reconnected the service' },
  'replaced-antenna': { es: 'se cambió la antena', en: 'replaced the antenna' },
  'corrected-wiring': { es: 'se corrigió el cableado', en: 'corrected the wiring' },
  'updated-software': { es: 'se actualizó el programa del equipo', en: 'updated the software' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What every provider has a word for that was done to correct a fault. */
export type ActionWord = keyof typeof actionLabels;
