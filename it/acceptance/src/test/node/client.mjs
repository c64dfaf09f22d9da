// Connects with one of the TypeScript clients, lists and calls tools, and prints what it saw as one line of JSON.
// usage: node client.mjs <v1|v2-legacy|v2-auto|v2-pinned|remote> <url>
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client as ClientV2, StreamableHTTPClientTransport as TransportV2 } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const [kind, address] = process.argv.slice(2);
const url = new URL(address);
const info = { name: `acceptance-${kind}`, version: '1' };

const v2 = mode => [new ClientV2(info, { versionNegotiation: { mode } }), new TransportV2(url)];
const connections = {
  v1: () => [new ClientV1(info), new TransportV1(url)],
  'v2-legacy': () => v2('legacy'),
  'v2-auto': () => v2('auto'),
  'v2-pinned': () => v2({ pin: '2026-07-28' }),
  // For clients that speak to processes only: one that passes everything on.
  remote: () => [
    new ClientV2(info),
    new StdioClientTransport({
      command: process.execPath,
      args: ['node_modules/mcp-remote/dist/proxy.js', address, '--allow-http', '--silent'],
    }),
  ],
};

/** The answer of a call, or the error of the protocol in its place. */
async function call(client, name, args) {
  try {
    return await client.callTool({ name, arguments: args });
  } catch (error) {
    return { code: error.code, message: error.message };
  }
}

const [client, transport] = connections[kind]();
try {
  await client.connect(transport);
  const { tools } = await client.listTools();
  console.log(
    JSON.stringify({
      revision: client.getNegotiatedProtocolVersion?.() ?? transport.protocolVersion,
      instructions: client.getInstructions(),
      tools,
      found: await call(client, 'list_all_affinity_organizations', { query: 'Acme Corp' }),
      created: await call(client, 'create_a_affinity_reminder', { owner_id: 123, type: 0, due_date: '2026-10-23' }),
      wrong: await call(client, 'get_single_affinity_person_by_id', { id: 'nobody' }),
      unknown: await call(client, 'list_all_affinity_people', {}),
    }),
  );
} catch (error) {
  console.log(JSON.stringify({ failed: String(error) }));
} finally {
  await client.close();
}
