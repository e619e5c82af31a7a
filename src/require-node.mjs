/** Plain JavaScript, so that an older Node can still say what is missing. npm runs it before anything else. */
const wanted = 24;
if (Number(process.versions.node.split('.')[0]) < wanted) {
  process.stderr.write(
    `Dateline needs Node ${wanted} or newer; this is ${process.version}. ‘npm ci’ fetches it on Linux and Windows; elsewhere install it from https://nodejs.org.\n`,
  );
  process.exit(1);
}
