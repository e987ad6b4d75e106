export type Code = `ASL${number}`
