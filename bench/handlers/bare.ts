export const handler = async (event: { id: number }) => ({ ok: true, id: event.id })
