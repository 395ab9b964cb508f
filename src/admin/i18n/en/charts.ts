export const charts = {
}
