import { createHmac } from "node:crypto"
import { looksLikeDeviceToken, signDeviceToken, verifyDeviceToken } from "../device-token"

const SECRET = "a secret of the store"
const payload = { device_id: "mfdd_1", token_version: 2 }
const token = signDeviceToken(payload, SECRET)
const [body, mac] = token.slice("mfd_".length).split(".") as [string, string]
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")
const other = (letter: string) => (letter === "A" ? "B" : "A")
/** Not the key that tokens are signed with: that one is derived. */
const signedWith = (key: string, value: unknown) =>
  `mfd_${encode(value)}.${createHmac("sha256", key).update(encode(value)).digest("base64url")}`

describe("the token of a front-desk device", () => {
  it("ACCESS-7: tells what was signed, under the same secret alone", () => {
    expect(looksLikeDeviceToken(token)).toBe(true)
    expect(verifyDeviceToken(token, SECRET)).toEqual(payload)
    expect(verifyDeviceToken(token, `${SECRET}.`)).toBeNull()
  })

  it.each([
    ["", "nothing"],
    ["mfd_", "no parts"],
    [body, "no prefix"],
    [`mfd_${body}`, "no signature"],
    [`mfd_${body}.`, "an empty signature"],
    [`mfd_.${mac}`, "an empty payload"],
    [`mfd_${encode({ d: "mfdd_2", v: 2 })}.${mac}`, "another device"],
    [`mfd_${encode({ d: "mfdd_1", v: 3 })}.${mac}`, "another version"],
    [`mfd_${body}.${other(mac[0]!)}${mac.slice(1)}`, "the first letter of the signature"],
    [`mfd_${body}.${mac.slice(0, -1)}${mac.endsWith("A") ? "B" : "A"}`, "the last letter of the signature"],
    [`mfd_${body}.${mac.slice(0, -1)}`, "a shorter signature"],
    [`mfd_${body}.${mac}A`, "a longer signature"],
    [`${token}.${mac}`, "a third part"],
    [`${token}=`, "padding"],
    [signedWith(SECRET, { d: "mfdd_1", v: 2 }), "the store's secret itself as the key"],
    [signedWith("", { d: "mfdd_1", v: 2 }), "no key"],
  ])("ACCESS-7: %s is none: %s", (tampered) => {
    expect(verifyDeviceToken(tampered, SECRET)).toBeNull()
  })

  it("has one spelling: unused bits of the last letter do not count as another", () => {
    const last = mac.at(-1)!
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    const twin = letters[letters.indexOf(last) + 1]!
    expect(Buffer.from(mac.slice(0, -1) + twin, "base64url")).toEqual(Buffer.from(mac, "base64url"))
    expect(verifyDeviceToken(`mfd_${body}.${mac.slice(0, -1)}${twin}`, SECRET)).toBeNull()
  })
})
