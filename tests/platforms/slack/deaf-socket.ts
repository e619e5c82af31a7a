/** A server that takes a web socket and then behaves badly: it says what it is told to, hears nothing and never hangs up. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What joins the key in a web socket's answer. https://www.rfc-editor.org/rfc/rfc6455#section-1.3 */
const joined = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function openDeafSocket(...says: readonly string[]) {
  const server = createServer();
  const sockets: Socket[] = [];
  server.on('upgrade', (request, stream) => {
    const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${joined}`).digest('base64');
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    for (const text of says) stream.write(frame(text));
    stream.on('error', () => {});
    stream.resume();
    sockets.push(stream as Socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** The connections that were made. */
    sockets,
    say: (text: string) => sockets.at(-1)?.write(frame(text)),
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** A short text as a web socket's frame. */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  if (body.length > 125) throw new Error('too long for a short frame');
  return Buffer.concat([Buffer.from([0x81, body.length]), body]);
}
