/** Messages of the library as a user of the command line needs them: what is a property in code is an option here. */

const phrases: readonly (readonly [RegExp, string])[] = [
  [/[Uu]se emit's queryLanguage: 'JSONata'/g, 'Use --query-language jsonata'],
  [/emit with queryLanguage: "JSONata"/g, 'use --query-language jsonata'],
  [/emit with type: "STANDARD"/g, 'use --type standard'],
  [/, or pass functionArn to name the functions yourself/g, ''],
  [/, or pass them in fragments/g, ''],
  [/, or lift the check with limits: false/g, ''],
  [/, or leave the functions out/g, ', or leave --functions out'],
  [/: pass definitionUri/g, ': write it with --out'],
  [
    /or pass a stand-in: run\(graph, input, \{ tasks: \{ ("[^"]*"): \(input\) => … \} \}\)/g,
    "or set its result: --tasks '{$1: …}'",
  ],
  [
    /Add it: execute\(definition, input, \{ lambdas: \{ ("[^"]*"): \(event\) => … \} \}\)/g,
    "Set its result: --tasks '{$1: …}'",
  ],
  [
    /Add one: execute\(definition, input, \{ services: \{ ("[^"]*"): \(parameters\) => … \} \}\), or \{ states: \{ .*? \} \}/g,
    "Set its result: --tasks '{$1: …}'",
  ],
  [/Emit a machine of type STANDARD/g, 'Use --type standard'],
  // The command is named already.
  [/^(?:run|execute): /, ''],
]

/** A message in the words of the command line. @example spoken('Shorten the time-out, or emit with type: "STANDARD".') */
export const spoken = (message: string): string =>
  phrases.reduce((text, [phrase, instead]) => text.replace(phrase, instead), message)
