/** Starts Dateline, and stops it when it is told to. */

import { openLog } from './bot/log.ts';
import { type Running, startBot } from './bot/start-bot.ts';
import { loadConfig } from './config/index.ts';
import { lastWords } from './last-words.ts';

let running: Running | undefined;
let stopping = false;

// Before the start, which takes hours on a stand-by: nothing is under way then, and all that is open ends with the process.
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

try {
  const config = loadConfig();
  running = await startBot(config, openLog(config.logLevel));
  running.lost.catch(end);
  // Who reads that may stop the program at once.
  process.stdout.write(`Dateline answers at ${running.address}\n`);
  await running.connected;
} catch (error) {
  end(error);
}

async function stop() {
  if (stopping) process.exit(1); // asked twice: at once
  stopping = true;
  try {
    await running?.stop();
  } catch (error) {
    end(error);
  }
  process.exit(0);
}

function end(error: unknown): never {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exit(1);
}
