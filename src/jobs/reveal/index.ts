export {
  revealBundle,
  type Revealed,
  type RevealedEvent,
  type RevealedValues,
  type RevealOptions,
} from './reveal-bundle.js';
