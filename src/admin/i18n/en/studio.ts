export const studio = {
}
