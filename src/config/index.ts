/** The settings. */
export { type Config, type DigestConfig, loadConfig } from './config.ts';
export { ConfigProblem } from './settings.ts';
