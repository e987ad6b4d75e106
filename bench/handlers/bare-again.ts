/** The same once more: how far apart two equal candidates come out. */
export { handler } from './bare.ts'
