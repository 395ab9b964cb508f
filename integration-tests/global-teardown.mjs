export default async function () {
  await globalThis.throwAwayPostgres?.stop()
}
