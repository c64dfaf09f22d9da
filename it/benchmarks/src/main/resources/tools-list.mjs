// Prints the size of what openapi-mcp-generator's server answers to tools/list, from the table in its generated source.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const source = readFileSync(process.argv[2], 'utf8');
const start = source.indexOf('new Map([', source.indexOf('const toolDefinitionMap'));
const end = source.indexOf('\n]);', start);
const definitions = runInNewContext(`Array.from((${source.slice(start, end)}\n])).values())`);
const tools = definitions.map(({ name, description, inputSchema }) => ({ name, description, inputSchema }));
console.log(tools.length, Buffer.byteLength(JSON.stringify({ tools })));
