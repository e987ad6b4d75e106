/** AWS CDK constructs out of typed workflows. */
export {}
