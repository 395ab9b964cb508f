export const plans = {
}
