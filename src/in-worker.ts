/**
 * Work in a thread of its own. Each call of zlib holds memory outside of the heap, which makes V8 clear up: beside the notes of a
 * whole site that takes longer than the packing itself, in a thread with nothing else in it next to nothing. Build-time only.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** What the module at a path answers to an input; both are copied. Rejects with what it throws. */
export function inWorker<Out>(module: string, input: unknown): Promise<Out> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, { workerData: { module, input } });
    worker.once('message', (out: Out) => resolve(out));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${module} ended with ${code} and without an answer`)));
  });
}

/** Says what a module answers when it is run as a worker; does nothing where it is imported. */
export function answer<In, Out>(module: string, make: (input: In) => Out): void {
  if (isMainThread || !parentPort || workerData?.module !== module) return;
  parentPort.postMessage(make(workerData.input as In));
}
