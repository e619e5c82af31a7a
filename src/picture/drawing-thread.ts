/** Keeps the thread that draws: started when there is something to draw, ended after a quiet while, replaced when it fails. */
import { Worker } from 'node:worker_threads';
import type { DrawingJob, Drawn } from './rasterise.ts';

export interface ThreadOptions {
  /** A drawing that takes longer is given up. */
  readonly timeoutMs: number;
  /** After so long without a drawing the thread ends. */
  readonly idleMs: number;
  /** What the thread runs. */
  readonly program: URL;
}

interface Job {
  readonly asked: DrawingJob;
  readonly done: (drawn: Drawn) => void;
}

/** A running thread, and what it draws. */
interface Running {
  readonly worker: Worker;
  job?: Job;
}

export class DrawingThread {
  readonly #options: ThreadOptions;
  readonly #waiting: Job[] = [];
  #running: Running | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** Draws, one after the other. Never rejects. */
  draw(asked: DrawingJob): Promise<Drawn> {
    if (this.#isClosed) return Promise.resolve({ why: 'drawing has ended' });
    return new Promise((done) => {
      this.#waiting.push({ asked, done });
      this.#next();
    });
  }

  /** Ends the thread; what is not drawn by then is given up. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const running = this.#running;
    this.#running = undefined;
    const jobs = [...(running?.job ? [running.job] : []), ...this.#waiting.splice(0)];
    for (const { done } of jobs) done({ why: 'drawing has ended' });
    await running?.worker.terminate();
  }

  #next(): void {
    if (this.#isClosed || this.#running?.job) return;
    const job = this.#waiting.shift();
    if (!job) {
      this.#after(this.#options.idleMs, () => this.#drop());
      return;
    }
    this.#running ??= this.#start();
    const running = this.#running;
    running.job = job;
    this.#after(this.#options.timeoutMs, () => this.#fail(running, `it took more than ${this.#options.timeoutMs} ms`));
    running.worker.postMessage(job.asked);
  }

  #start(): Running {
    // Without the flags of the program, which may be for its own first file.
    const worker = new Worker(this.#options.program, { name: 'pictures', execArgv: [] });
    const running: Running = { worker };
    worker.on('message', (drawn: Drawn) => this.#finish(running, drawn));
    worker.on('error', (error) => this.#fail(running, error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => this.#fail(running, `the thread that draws ended with ${code}`));
    // The program may end whether or not something is being drawn. Listening for messages would take this back.
    worker.unref();
    return running;
  }

  #finish(running: Running, drawn: Drawn): void {
    const { job } = running;
    delete running.job;
    job?.done(drawn);
    if (running === this.#running) this.#next();
  }

  /** Gives up what a thread was drawing, and the thread. */
  #fail(running: Running, why: string): void {
    if (running === this.#running) this.#drop();
    this.#finish(running, { why });
    this.#next();
  }

  #drop(): void {
    const worker = this.#running?.worker;
    this.#running = undefined;
    void worker?.terminate();
  }

  #after(ms: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, ms);
    this.#timer.unref();
  }
}
