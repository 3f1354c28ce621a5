import blockedEventLoop from './blocked-event-loop.ts';
import blockingGet from './blocking-get.ts';
import configurationNotInherited from './configuration-not-inherited.ts';
import emptyIsUnreliable from './empty-is-unreliable.ts';
import executorFitsBetter from './executor-fits-better.ts';
import forkOnly from './fork-only.ts';
import forkWithCuda from './fork-with-cuda.ts';
import forkWithThreads from './fork-with-threads.ts';
import hostCpuCount from './host-cpu-count.ts';
import importEffectRepeated from './import-effect-repeated.ts';
import importTimeStart from './import-time-start.ts';
import joinBeforeClose from './join-before-close.ts';
import joinBeforeDrain from './join-before-drain.ts';
import lambdaWorker from './lambda-worker.ts';
import largeArgument from './large-argument.ts';
import localClass from './local-class.ts';
import mainImportedByWorker from './main-imported-by-worker.ts';
import missingFreezeSupport from './missing-freeze-support.ts';
import nestedWorker from './nested-worker.ts';
import notebookWorker from './notebook-worker.ts';
import poolNotClosed from './pool-not-closed.ts';
import primitiveAsTask from './primitive-as-task.ts';
import primitiveNotInherited from './primitive-not-inherited.ts';
import processNotJoined from './process-not-joined.ts';
import resultsLost from './results-lost.ts';
import serialStartJoin from './serial-start-join.ts';
import serverlessPool from './serverless-pool.ts';
import startMethodAtImport from './start-method-at-import.ts';
import startMethodSetTwice from './start-method-set-twice.ts';
import startMethodTest from './start-method-test.ts';
import stateMutatedInWorker from './state-mutated-in-worker.ts';
import stateNotInherited from './state-not-inherited.ts';
import swallowedError from './swallowed-error.ts';
import tooManyWorkers from './too-many-workers.ts';
import type { Transform } from './transform.ts';
import undecoratedWorker from './undecorated-worker.ts';
import unguardedStart from './unguarded-start.ts';
import unpicklableArgument from './unpicklable-argument.ts';
import unpicklableException from './unpicklable-exception.ts';
import unpicklableInstance from './unpicklable-instance.ts';
import workerBehindGuard from './worker-behind-guard.ts';
import workerCalled from './worker-called.ts';
import workerShadowed from './worker-shadowed.ts';

/** Every transform, most upstream first: what an earlier one writes, a later one sees in the next pass. */
export const transforms: readonly Transform[] = [
  unguardedStart,
  importTimeStart,
  mainImportedByWorker,
  workerBehindGuard,
  importEffectRepeated,
  primitiveNotInherited,
  configurationNotInherited,
  stateNotInherited,
  startMethodAtImport,
  startMethodSetTwice,
  startMethodTest,
  missingFreezeSupport,
  forkWithCuda,
  forkOnly,
  forkWithThreads,
  workerCalled,
  workerShadowed,
  primitiveAsTask,
  unpicklableArgument,
  unpicklableInstance,
  lambdaWorker,
  localClass,
  undecoratedWorker,
  nestedWorker,
  unpicklableException,
  stateMutatedInWorker,
  largeArgument,
  notebookWorker,
  poolNotClosed,
  hostCpuCount,
  serverlessPool,
  tooManyWorkers,
  blockedEventLoop,
  processNotJoined,
  serialStartJoin,
  joinBeforeDrain,
  resultsLost,
  joinBeforeClose,
  swallowedError,
  executorFitsBetter,
  emptyIsUnreliable,
  blockingGet,
];

/** Those that hold in a run that selects none. */
export const defaultTransforms: readonly Transform[] = transforms.filter(
  ({ onRequest }) => !onRequest,
);
