export const GET = async () => {
  throw new Error('broken')
}
