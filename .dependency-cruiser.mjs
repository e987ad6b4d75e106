/**
 * The arrows between packages, and between the rooms inside of them, as ARCHITECTURE.md draws them. An import of types counts as any
 * other, unless a rule says that it may be one: it says as much about who has to know whom. No two files import each other, however far
 * around.
 */

/** What others may import of a package. Everything else in it is its own. */
const entries = {
  core: ['index', 'duration', 'services/integrations', 'sdk/clients', 'graph/lambdaTask'],
  asl: ['index', 'execute/index', 'validate/index', 'files/index', 'draw/index', 'serve/index', 'deploy/toYaml'],
  handler: ['index', 'powertools/index'],
}
const entry = (name) => `^packages/${name}/src/(${entries[name].join('|')})[.]ts$`
const library = (name) => `(^|/)node_modules/(@types/)?${name}/`
const builtin = (name) => `^(node:)?${name}$`

/** What a package may load at run time, and what only for types. */
const packages = {
  core: { run: ['graphlib', '@dagrejs/graphlib'].map(library), types: [library('fp-ts')] },
  asl: {
    run: [
      entry('core'),
      ...['@dagrejs/dagre', 'cjs-module-lexer', 'cli-table3', 'jiti', 'jsonata', 'picocolors'].map(library),
      ...['picomatch', 'preact', 're2js', 'yaml'].map(library),
      builtin('[a-z_/]+'),
    ],
    types: ['esbuild', 'fp-ts'].map(library),
  },
  handler: {
    run: [
      '^packages/core/src/(duration|graph/lambdaTask)[.]ts$',
      ...['@aws-lambda-powertools/[a-z]+', '@aws-sdk/client-sfn', '@aws-sdk/client-s3'].map(library),
      builtin('crypto'),
    ],
    types: ['^packages/core/src/index[.]ts$', ...['aws-lambda', '@standard-schema/spec'].map(library)],
  },
  'cdk-adapter': {
    run: [entry('core'), entry('asl'), ...['aws-cdk-lib', 'constructs'].map(library), builtin('[a-z_/]+')],
    types: [entry('handler')],
  },
}

/** What the rooms of a package may know of each other. `''` is what stands beside them. A room that is not here may know none. */
const rooms = {
  core: {
    expressions: [''],
    sdk: ['expressions'],
    graph: ['expressions', ''],
    combinators: ['expressions', 'sdk', 'graph', ''],
    services: ['expressions', 'sdk', 'graph', 'combinators', ''],
    dag: ['graph', 'combinators'],
    diagram: ['graph', 'expressions', 'combinators'],
  },
  asl: {
    language: [''],
    sdk: ['language', ''],
    generated: [],
    validate: ['language', 'sdk', 'generated', ''],
    emit: ['language', 'validate', ''],
    policy: ['language', 'sdk', 'emit', ''],
    deploy: ['language', 'emit', 'policy', ''],
    execute: ['language', 'sdk', 'emit', ''],
    files: ['language', 'validate', 'execute', ''],
    draw: ['language', 'validate', 'emit', 'execute', ''],
    serve: ['language', 'sdk', 'generated', 'validate', 'emit', 'execute', 'draw', ''],
    explain: ['language', 'validate', 'emit', 'files', ''],
    cli: ['explain', 'language', 'validate', 'emit', 'policy', 'deploy', 'execute', 'files', 'draw', 'serve', ''],
  },
  'cdk-adapter': {
    text: [],
    functions: [],
    role: [],
    states: ['text', 'functions', 'role'],
    machine: ['text', 'functions', 'role', 'states'],
  },
}

const known = Object.keys(packages).join('|')
const forbidden = [
  {
    name: 'no circles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'every import is there',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'every package has arrows',
    severity: 'error',
    from: { path: '^packages/[^/]+/', pathNot: `^packages/(${known})/` },
    to: {},
  },
  {
    name: 'core: readers do not know each other',
    severity: 'error',
    from: { path: '^packages/core/src/graph/readers/([^/]+)' },
    to: { path: '^packages/core/src/graph/readers/', pathNot: '^packages/core/src/graph/readers/$1' },
  },
  ...Object.entries(packages).flatMap(([name, { run, types }]) => [
    {
      name: `${name}: only what it may import`,
      severity: 'error',
      from: { path: `^packages/${name}/src/` },
      to: { pathNot: [`^packages/${name}/src/`, ...run, ...types], couldNotResolve: false },
    },
    ...(types.length === 0
      ? []
      : [
          {
            name: `${name}: types only`,
            severity: 'error',
            from: { path: `^packages/${name}/src/` },
            to: { path: types, pathNot: run, dependencyTypesNot: ['type-only'] },
          },
        ]),
  ]),
  ...Object.entries(rooms).flatMap(([name, inside]) => {
    const source = `^packages/${name}/src/`
    const room = (other) => (other === '' ? `${source}[^/]+$` : `${source}${other}/`)
    return [
      {
        name: `${name}: every room has arrows`,
        severity: 'error',
        from: { path: `${source}[^/]+/`, pathNot: `${source}(${Object.keys(inside).join('|')})/` },
        to: { path: source },
      },
      ...Object.entries(inside).map(([from, to]) => ({
        name: `${name}: ${from} knows ${to.length === 0 ? 'no other room' : to.map((other) => other || 'what stands beside').join(', ')}`,
        severity: 'error',
        from: { path: `${source}${from}/` },
        to: { path: source, pathNot: [from, ...to].map(room) },
      })),
    ]
  }),
]

export default {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'packages/asl/src/serve/page/app/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@orkestra/source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.d.ts', '.js', '.mjs', '.json'],
    },
  },
}
