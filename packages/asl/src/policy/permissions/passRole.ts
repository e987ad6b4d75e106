/** Roles that a call hands on to a service. */
import type { Call } from '../call.ts'

/** The field that names a role, by ARN or by name, and the service that will act in it. */
export const passRole = ({ said, allow, cannotDerive, arns }: Call, field: string, service: string): void => {
  const role = said(field)
  if (role === 'dynamic' || role === 'nothing')
    cannotDerive(
      ['iam:PassRole'],
      `${field} is ${role === 'nothing' ? 'not there' : 'known only to the running execution'}`,
    )
  else allow(['iam:PassRole'], [arns.role(role.text)], { StringEquals: { 'iam:PassedToService': service } })
}
