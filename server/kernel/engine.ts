import { setFlagsFromString } from 'node:v8'

// Node 20 lets a function run long before V8 compiles it well, so that a server's first thousand orders cost twice what the
// later ones do. From Node 22 on V8 has a quick compiler in between (and no such flag) and needs no telling. This comes before
// everything else is loaded: a function that has run once keeps the patience it began with.
if (Number(process.versions.node.split('.')[0]) < 22) setFlagsFromString('--interrupt-budget=4000')
