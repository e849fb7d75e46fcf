import { languages } from '../../../domain/complaint/vocabulary.js';
import { flag, type Flag } from '../flags/flag.js';

/** The options of every command (interface, section 2). */
export const globalFlags: readonly Flag[] = [
  flag(
    'store',
    'text',
    'Almacén: sqlite:RUTA, memory:, esdb://… o kurrentdb://… (si falta: QUEJAS_STORE, o sqlite:./quejas.db)',
    'Store: sqlite:PATH, memory:, esdb://… or kurrentdb://… (default: QUEJAS_STORE, or sqlite:./quejas.db)',
  ),
  flag(
    'rows',
    'text',
    'Dónde están los renglones de un servidor: sqlite:RUTA o memory: (si falta: QUEJAS_ROWS, o sqlite:./quejas-rows.db). Los demás almacenes guardan los suyos',
    "Where a server's rows are: sqlite:PATH or memory: (default: QUEJAS_ROWS, or sqlite:./quejas-rows.db). Other stores keep their own",
  ),
  flag(
    'keys',
    'text',
    'Llavero: file:RUTA o memory: (si falta: QUEJAS_KEYS, o la carpeta de configuración del usuario)',
    "Key vault: file:PATH or memory: (default: QUEJAS_KEYS, or the user's configuration folder)",
  ),
  flag(
    'provider',
    'text',
    'Proveedor: su id (conectared, emenet) o un archivo JSON (si falta: QUEJAS_PROVIDER, o el único del almacén)',
    'Provider: its id (conectared, emenet) or a JSON file (default: QUEJAS_PROVIDER, or the only one in the store)',
  ),
  flag('now', 'instant', 'La hora actual, para guiones y pruebas', 'The clock, for scripts and tests'),
  flag(
    'clock-is-right',
    'switch',
    'Registra según este reloj aunque contradiga lo registrado antes (clock-behind, clock-ahead)',
    'Record by this clock though it contradicts what was recorded before (clock-behind, clock-ahead)',
  ),
  flag('lang', languages, 'Idioma', 'Language'),
  flag('json', 'switch', 'Sólo JSON en la salida', 'Only JSON on stdout'),
];
