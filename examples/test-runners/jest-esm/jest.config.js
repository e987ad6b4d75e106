/** Run as `node --experimental-vm-modules node_modules/jest/bin/jest.js`: jest needs the flag for ES modules. */
export default {
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['ts-jest', { useESM: true }] },
}
