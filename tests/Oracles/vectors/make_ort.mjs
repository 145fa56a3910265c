// Writes ort-encode.csv and ort-decode.csv beside itself: ONNX Runtime's Cast to and from float8e4m3fn, float8e5m2, float16, bfloat16.
// Needs python3 (for inputs.py) and a folder where `npm i onnxruntime-node` was run:
//   node make_ort.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(resolve(process.argv[2] ?? '.', 'x.js'));
const ort = require('onnxruntime-node');
const version = ort.env.versions.node ?? ort.env.versions.common;
const here = import.meta.dirname;
const FLOAT = 1, FLOAT16 = 10, BFLOAT16 = 16, E4M3 = 17, E5M2 = 19;

// ONNX models are protocol buffers; these few fields make a graph of casts.
const varint = n => { const out = []; for (; n > 127; n = Math.floor(n / 128)) out.push(n % 128 + 128); return [...out, n]; };
const int = (field, n) => [...varint(field << 3), ...varint(n)];
const bytes = (field, content) => [...varint(field << 3 | 2), ...varint(content.length), ...content];
const text = (field, string) => bytes(field, [...Buffer.from(string)]);
const attribute = (name, value) => bytes(5, [...text(1, name), ...int(3, value), ...int(20, 2)]);
const cast = (from, to, type, saturate) =>
  bytes(1, [...text(1, from), ...text(2, to), ...text(4, 'Cast'), ...attribute('to', type), ...(saturate === undefined ? [] : attribute('saturate', saturate))]);
const value = (field, name, type, size) => bytes(field, [...text(1, name), ...bytes(2, bytes(1, [...int(1, type), ...bytes(2, bytes(1, int(1, size)))]))]);
const constant = (name, type, raw) => bytes(5, [...int(1, raw.length / (type === FLOAT16 || type === BFLOAT16 ? 2 : 1)), ...int(2, type), ...text(8, name), ...bytes(9, raw)]);
const model = graph => Uint8Array.from([...int(1, 10), ...bytes(8, int(2, 21)), ...bytes(7, [...text(2, 'casts'), ...graph])]);

async function run(graph, feeds) {
  const session = await ort.InferenceSession.create(model(graph), { graphOptimizationLevel: 'disabled' });
  const { y } = await session.run(feeds);
  return new Uint32Array(y.data.buffer, y.data.byteOffset, y.data.length);
}

// A narrow value's fp32 ends in zeros, which are left out: 3F8 is 3F800000.
const trimmed = n => hex(n).replace(/0{1,7}$/, '');
const hex = (n, digits = 8) => n.toString(16).toUpperCase().padStart(digits, '0');
const write = (name, what, columns, rows) =>
  writeFileSync(`${here}/${name}`,
    [`# onnxruntime-node ${version}, CPU, opset 21; made by make_ort.mjs`, `# ${what}`, columns.join(','), ...rows.map(row => row.join(','))].join('\n') + '\n');

// fp32 -> narrow -> fp32: the second cast is exact, so it tells the bits of the first.
const python = execFileSync('python3', ['-B', `${here}/inputs.py`], { encoding: 'utf8', maxBuffer: 1 << 24 });
const inputs = Uint32Array.from(python.trim().split('\n'), line => parseInt(line, 16));
const x = new ort.Tensor('float32', new Float32Array(inputs.buffer), [inputs.length]);
const there = (type, saturate) => run([...cast('x', 'n', type, saturate), ...cast('n', 'y', FLOAT),
  ...value(11, 'x', FLOAT, inputs.length), ...value(12, 'y', FLOAT, inputs.length)], { x });
const columns = [
  ['e4m3 saturate', E4M3, 1], ['e4m3', E4M3, 0], ['e5m2 saturate', E5M2, 1], ['e5m2', E5M2, 0], ['fp16', FLOAT16], ['bf16', BFLOAT16]];
const results = [];
for (const [, type, saturate] of columns) results.push(await there(type, saturate));
const digits = 'patterns in hex, of results the leading digits without closing zeros';
write('ort-encode.csv', `Cast of fp32 to the column's format (Cast's attribute saturate 1 or 0) and back to fp32; ${digits}`, ['fp32', ...columns.map(([name]) => name)],
  [...inputs].map((bits, i) => [hex(bits), ...results.map(result => trimmed(result[i]))]));

// Every pattern of a byte, as a constant of the graph.
const all = [...Array(256).keys()];
const back = type => run([...cast('n', 'y', FLOAT), ...constant('n', type, all), ...value(12, 'y', FLOAT, 256)], {});
const [e4m3, e5m2] = [await back(E4M3), await back(E5M2)];
write('ort-decode.csv', `Cast to fp32; ${digits}`, ['bits', 'e4m3', 'e5m2'], all.map(bits => [hex(bits, 2), trimmed(e4m3[bits]), trimmed(e5m2[bits])]));
