/** What calls over HTTP need: of an API in API Gateway, and of anything with a connection of EventBridge. */
import type { Call, Said } from '../call.ts'

export const callApi = ({ said, on, cannotDerive, arns }: Call): void => {
  // Nobody is asked for a permission who comes without one.
  const authentication = said('AuthType')
  if (authentication === 'nothing' || (typeof authentication === 'object' && authentication.text === 'NO_AUTH')) return
  const [stage, method, path] = [said('Stage'), said('Method'), said('Path')]
  if (stage === 'dynamic' || method === 'dynamic' || path === 'dynamic')
    return cannotDerive(['execute-api:Invoke'], 'Stage, Method or Path is known only to the running execution')
  const text = (said: Exclude<Said, 'dynamic'>, otherwise: string) => (said === 'nothing' ? otherwise : said.text)
  on('ApiEndpoint', ['execute-api:Invoke'], (endpoint) => {
    const id = endpoint.split('.execute-api.')[0]
    if (id === undefined || id === endpoint) return undefined
    // A request without a stage goes to the one named $default.
    return arns.of(
      'execute-api',
      `${id}/${text(stage, '$default')}/${text(method, '*')}/${text(path, '').replace(/^\//, '')}`,
    )
  })
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html */
export const invokeHttp = ({ said, on, allow, cannotDerive, arns }: Call): void => {
  const [endpoint, method] = [said('ApiEndpoint'), said('Method')]
  if (endpoint === 'dynamic' || endpoint === 'nothing' || method === 'dynamic')
    cannotDerive(['states:InvokeHTTPEndpoint'], 'ApiEndpoint or Method is known only to the running execution')
  else
    allow(['states:InvokeHTTPEndpoint'], ['*'], {
      StringEquals: {
        'states:HTTPEndpoint': endpoint.text,
        ...(method !== 'nothing' && { 'states:HTTPMethod': method.text }),
      },
    })
  const connection =
    said('Authentication.ConnectionArn') === 'nothing'
      ? 'InvocationConfig.ConnectionArn'
      : 'Authentication.ConnectionArn'
  on(connection, ['events:RetrieveConnectionCredentials'], arns.told)
  on(connection, ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'], arns.secretOf)
}
