import type {
  AppendFault,
  DeleteFault,
  FaultRule,
  FeaturesFault,
  ReadFault,
  SubscribeFault,
} from './fault.js';
import { createFaultQueue } from './fault-queue.js';
import type { FaultQueue } from './fault-queue.js';

/** The rules in force, by the kind of call they strike. */
export interface FaultPlan {
  readonly append: FaultQueue<AppendFault>;
  readonly read: FaultQueue<ReadFault>;
  readonly subscribe: FaultQueue<SubscribeFault>;
  readonly delete: FaultQueue<DeleteFault>;
  readonly features: FaultQueue<FeaturesFault>;
  readonly add: (rule: FaultRule) => void;
  readonly clear: () => void;
  /** How many faults struck so far. */
  readonly struck: () => number;
}

export const createFaultPlan = (): FaultPlan => {
  const queues = {
    append: createFaultQueue<AppendFault>(),
    read: createFaultQueue<ReadFault>(),
    subscribe: createFaultQueue<SubscribeFault>(),
    delete: createFaultQueue<DeleteFault>(),
    features: createFaultQueue<FeaturesFault>(),
  };
  return {
    ...queues,
    add: (rule) => {
      switch (rule.on) {
        case 'append': {
          queues.append.add(rule);
          return;
        }
        case 'read': {
          queues.read.add(rule);
          return;
        }
        case 'subscribe': {
          queues.subscribe.add(rule);
          return;
        }
        case 'delete': {
          queues.delete.add(rule);
          return;
        }
        case 'features': {
          queues.features.add(rule);
          return;
        }
      }
    },
    clear: () => Object.values(queues).forEach((queue) => queue.clear()),
    struck: () => Object.values(queues).reduce((sum, queue) => sum + queue.struck(), 0),
  };
};
