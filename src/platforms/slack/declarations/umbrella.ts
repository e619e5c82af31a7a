/** The command under which all others are reached, where another app of the workspace has their names. */
export const umbrella = 'dateline';
