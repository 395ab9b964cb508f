export const widgets = {
}
