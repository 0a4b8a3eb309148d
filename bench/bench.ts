/** `npm run bench`: all benchmarks, or those named: `npm run bench -- dynamics`. Further arguments go to the benchmark. */
import process from "node:process";

const all = ["agreement", "solvers", "growth", "replications", "large", "dynamics", "editor", "page"];
const [first, ...rest] = process.argv.slice(2);
const named = all.includes(first ?? "");
process.argv.splice(2, process.argv.length, ...(named ? rest : process.argv.slice(2)));
for (const name of named ? [first] : all) await import(`./${name}.js`);
