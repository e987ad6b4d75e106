import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'

declare const rules: { readonly forbidden: readonly IForbiddenRuleType[]; readonly options: ICruiseOptions }
export default rules
