// How Step Functions writes the names of the AWS SDK: it calls services by the SDK for Java 2.
// https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html

const words = (serviceId) =>
  serviceId
    .replace(/[^A-Za-z0-9 ]/g, '')
    .replace(/^(?:Amazon|AWS)\s*/, '')
    .replace(/\s*Service$/, '')

/** The service in a resource: `aws-sdk:cloudwatchlogs:…`. @example serviceName('CloudWatch Logs') // 'cloudwatchlogs' */
export const serviceName = (serviceId) => words(serviceId).toLowerCase().replaceAll(' ', '')

/**
 * What stands before the name of an error. @example errorPrefix('DynamoDB') // 'DynamoDb'
 * The SDK for Java makes words of it: each run of capitals is one.
 */
export const errorPrefix = (serviceId) =>
  words(serviceId)
    .replace(/\bIoT\b/, 'Iot')
    .replace(/^b2bi$/, 'B2Bi')
    .split(' ')
    .flatMap((word) => word.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+|[0-9]+/g) ?? [])
    .map((word) => word[0].toUpperCase() + word.slice(1).toLowerCase())
    .join('')

/**
 * A name as a variable of Java: the capitals that it begins with are lowered, but for the last of several before a small letter.
 * @example variableName('DBInstanceIdentifier') // 'dbInstanceIdentifier'
 */
export const variableName = (name) => {
  const isUpper = (at) => /[A-Z]/.test(name[at] ?? '')
  let end = 1
  while (isUpper(end) && !/[a-z]/.test(name[end + 1] ?? '')) end += 1
  return name.slice(0, end).toLowerCase() + name.slice(end)
}

/** A field of the arguments: `DbInstanceIdentifier`, `Acl`, `ETag`. What Java cannot call so has `Value` at its end. */
export const fieldName = (member) => {
  const variable = variableName(member)
  const safe = variable === 'equals' ? 'equalsValue' : variable
  return safe[0].toUpperCase() + safe.slice(1)
}

/** An action: `describeDBInstances`. Its first letter is small, and nothing else changes. */
export const actionName = (operation) => operation[0].toLowerCase() + operation.slice(1)
