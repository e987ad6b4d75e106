declare module 'jsonwebtoken' {
  const library: {
    readonly sign: (payload: object, secret: string) => string
    readonly verify: (token: string, secret: string) => unknown
  }
  export default library
}
