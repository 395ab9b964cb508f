/** In the first step of a sale. A studio with many plans searches among them, in whatever language its page is. */
export async function choosePlan(page, name) {
  const dialog = page.getByRole("dialog")
  const plan = dialog.getByRole("radio", { name, exact: true })
  const search = dialog.getByRole("combobox")
  await plan.or(search).first().waitFor()
  if (await search.isVisible()) {
    await search.fill(name)
    await page.getByRole("option", { name, exact: true }).click()
  } else {
    await plan.click()
  }
}
